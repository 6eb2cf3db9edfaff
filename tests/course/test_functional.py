"""What tests take for the truth must be what torch gives, gradients included."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional as F

from checks.closeness import Array
from checks.plain_network import PlainExample, plain_examples
from given.batchnorm import batchnorm_backward, batchnorm_forward
from references import arithmetic, functional
from references.gradients import autograd, recorded

SEEDS = st.integers(0, 10_000)


def assert_twins(
    mine: Callable[..., Any], torchs: Callable[..., torch.Tensor], **inputs: Array
) -> None:
    """Assert that two functions agree, and their gradients for a random dout."""
    tensors = {
        name: torch.tensor(value, requires_grad=True) for name, value in inputs.items()
    }
    truth = torchs(**tensors)
    dout = np.random.default_rng(1).normal(size=tuple(truth.shape))
    truths = torch.autograd.grad(truth, list(tensors.values()), torch.tensor(dout))
    out, grads = autograd(mine, inputs, dout)
    assert out.shape == tuple(truth.shape)
    np.testing.assert_allclose(out, truth.detach().numpy(), rtol=1e-10, atol=1e-12)
    assert list(grads) == list(inputs)
    for name, right in zip(inputs, truths, strict=True):
        np.testing.assert_allclose(grads[name], right.numpy(), rtol=1e-9, atol=1e-11)


@settings(deadline=None)
@given(data=st.data(), seed=SEEDS)
def test_batch_norm_is_torchs(data: st.DataObject, seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, c, h, w = (data.draw(st.integers(low, 5)) for low in (2, 1, 1, 1))
    shape = data.draw(st.sampled_from([(n, c), (n, c, h, w)]))
    eps = data.draw(st.sampled_from([1e-5, 1e-2, 1.0]))
    x, (gamma, beta, mean) = rng.normal(size=shape), rng.normal(size=(3, c))
    var = rng.uniform(0.1, 2.0, size=c)
    layer = partial(functional.batch_norm, eps=eps)
    inputs = {"x": x, "gamma": gamma, "beta": beta}
    assert_twins(
        layer,
        lambda x, gamma, beta: F.batch_norm(
            x, None, None, gamma, beta, training=True, eps=eps
        ),
        **inputs,
    )
    assert_twins(
        partial(layer, running=(mean, var)),
        lambda x, gamma, beta: F.batch_norm(
            x, torch.tensor(mean), torch.tensor(var), gamma, beta, eps=eps
        ),
        **inputs,
    )


@settings(deadline=None)
@given(data=st.data(), seed=SEEDS)
def test_conv2d_is_torchs(data: st.DataObject, seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, c, f, height, width = (data.draw(st.integers(1, 3)) for _ in range(5))
    stride, pad = data.draw(st.integers(1, 3)), data.draw(st.integers(0, 2))
    h, w = (data.draw(st.integers(max(1, k - 2 * pad), 8)) for k in (height, width))
    assert_twins(
        lambda x, w, b: functional.conv2d(x, w, b, stride, pad),
        lambda x, w, b: F.conv2d(x, w, b, stride, pad),
        x=rng.normal(size=(n, c, h, w)),
        w=rng.normal(size=(f, c, height, width)),
        b=rng.normal(size=f),
    )


@settings(deadline=None)
@given(data=st.data(), seed=SEEDS)
def test_max_pool2d_is_torchs_where_entries_are_equal_too(
    data: st.DataObject, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    height, width, stride = (data.draw(st.integers(1, 3)) for _ in range(3))
    h, w = (data.draw(st.integers(k, 7)) for k in (height, width))
    assert_twins(
        lambda x: functional.max_pool2d(x, height, width, stride),
        lambda x: F.max_pool2d(x, (height, width), stride),
        x=rng.integers(0, 3, size=(2, 2, h, w)).astype(float),
    )


@pytest.mark.parametrize("scale", [1.0, 1000.0])
def test_cross_entropy_is_torchs_for_huge_scores_too(scale: float) -> None:
    rng = np.random.default_rng(0)
    y = rng.integers(0, 4, size=6)
    assert_twins(
        lambda scores: functional.cross_entropy(scores, y),
        lambda scores: F.cross_entropy(scores, torch.tensor(y)),
        scores=scale * rng.normal(size=(6, 4)),
    )


def test_relu_is_torchs_at_zero_too() -> None:
    assert_twins(functional.relu, torch.relu, x=np.array([-1.0, 0.0, 2.0]))


def test_a_layer_that_forgets_itself_keeps_its_output() -> None:
    x = np.array([-1.0, 0.5])
    out, grads = autograd(functional.forgets_itself(functional.relu), {"x": x}, x)
    np.testing.assert_array_equal(out, [0.0, 0.5])
    np.testing.assert_array_equal(grads["x"], x)


@given(seed=SEEDS)
def test_autograd_knows_the_gradient_of_a_square(seed: int) -> None:
    x = np.random.default_rng(seed).normal(size=(3, 2))
    out, grads = autograd(lambda x, **_: (x * x).sum(), {"x": x, "y": [1.0]})
    assert np.isclose(out, (x * x).sum())
    assert np.allclose(grads["x"], 2 * x)
    assert grads["y"].tolist() == [0.0]
    _, grads = autograd(lambda x: x * x, {"x": x}, upstream=np.full((3, 2), 3.0))
    assert np.allclose(grads["x"], 6 * x)


def test_what_is_not_used_has_the_gradient_zero() -> None:
    _, grads = autograd(lambda x, y: 3 * x, {"x": 2.0, "y": np.ones(3)})  # noqa: ARG005
    assert grads["x"] == 3.0
    np.testing.assert_array_equal(grads["y"], np.zeros(3))


def test_a_recorded_pass_goes_back_as_often_as_it_is_asked() -> None:
    out, backward = recorded(lambda x: x**2, {"x": [1.0, 2.0]})
    np.testing.assert_array_equal(out, [1.0, 4.0])
    for dout in ([1.0, 1.0], [0.0, 3.0], [1.0, 1.0]):
        grad = backward(dout)["x"]
        np.testing.assert_array_equal(grad, 2 * np.array([1.0, 2.0]) * dout)


@pytest.mark.parametrize("mode", ["train", "test"])
@given(seed=SEEDS)
def test_given_batch_norm_is_torchs(mode: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, dout = rng.normal(size=(2, 6, 3))
    gamma, beta, mean = rng.normal(size=(3, 3))
    var = rng.uniform(0.1, 2.0, size=3)
    param = {"mode": mode, "running_mean": mean.copy(), "running_var": var.copy()}
    tensors = [torch.tensor(each, requires_grad=True) for each in (x, gamma, beta)]
    running = torch.tensor(mean), torch.tensor(var)
    truth = F.batch_norm(
        tensors[0],
        running[0],
        running[1],
        tensors[1],
        tensors[2],
        training=mode == "train",
        momentum=0.1,
    )
    truth.backward(torch.tensor(dout))  # type: ignore[no-untyped-call]
    out, cache = batchnorm_forward(x, gamma, beta, param)
    np.testing.assert_allclose(out, truth.detach().numpy(), rtol=1e-10, atol=1e-12)
    for grad, tensor in zip(batchnorm_backward(dout, cache), tensors, strict=True):
        assert tensor.grad is not None
        np.testing.assert_allclose(grad, tensor.grad.numpy(), rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(param["running_mean"], running[0].numpy())
    batch = 0.9 * var + 0.1 * x.var(axis=0) if mode == "train" else var
    np.testing.assert_allclose(param["running_var"], batch)


def test_given_batch_norm_does_not_answer_for_images() -> None:
    x, ones = np.zeros((2, 3, 4, 5)), np.ones(3)
    with pytest.raises(ValueError, match=r"takes \(N, D\)"):
        batchnorm_forward(x, ones, ones, {"mode": "train"})
    _, cache = batchnorm_forward(x[:, :, 0, 0], ones, ones, {"mode": "train"})
    with pytest.raises(ValueError, match=r"dout is \(2, 3, 4, 5\)"):
        batchnorm_backward(x, cache)


def _through(example: PlainExample, last: Any = None, hidden: Any = None) -> Any:
    """Run a plain network in torch; return its loss and its parameters."""
    params = {
        name: torch.tensor(value, requires_grad=True)
        for name, value in example.case.params.items()
    }
    out, layers = torch.tensor(example.case.X), len(example.case.dims) - 1
    for layer in range(1, layers + 1):
        out = out @ params[f"W{layer}"] + params[f"b{layer}"]
        if layer < layers:
            out = (hidden or torch.relu)(out)
    out = out if last is None else last(out)
    return F.cross_entropy(out, torch.tensor(example.case.y)), params


def test_the_numbers_of_the_plain_networks_are_torchs() -> None:
    for example in plain_examples():
        loss, params = _through(example)
        loss.backward()
        assert loss.item() == pytest.approx(example.loss, rel=1e-10)
        for name, grad in example.grads.items():
            truth = params[name].grad.numpy()
            np.testing.assert_allclose(grad, truth, rtol=1e-9, atol=1e-11)
        assert list(example.grads) == list(params)
        squeezed, _ = _through(example, last=torch.relu)
        assert squeezed.item() == pytest.approx(example.squeezed, rel=1e-10)
        leaking, params = _through(
            example, hidden=lambda x: x + (torch.relu(x) - x).detach()
        )
        leaking.backward()
        assert params["W1"].grad.sum() == pytest.approx(example.leaking, rel=1e-9)


# --- what is counted ----------------------------------------------------------


@given(
    c_in=st.integers(1, 4).map(lambda half: 2 * half),
    c_out=st.integers(1, 4).map(lambda half: 2 * half),
    kernel=st.tuples(st.integers(1, 5), st.integers(1, 5)),
    bias=st.booleans(),
    groups=st.sampled_from([1, 2]),
)
def test_layers_have_the_shapes_of_torchs(
    c_in: int, c_out: int, kernel: tuple[int, int], *, bias: bool, groups: int
) -> None:
    twins = [
        (
            arithmetic.conv(c_in, c_out, kernel, bias=bias, groups=groups),
            nn.Conv2d(c_in, c_out, kernel, bias=bias, groups=groups),
        ),
        (arithmetic.linear(c_in, c_out), nn.Linear(c_in, c_out)),
        (arithmetic.norm(c_in), nn.BatchNorm2d(c_in)),
    ]
    for mine, torchs in twins:
        assert list(mine) == [tuple(each.shape) for each in torchs.parameters()]


@settings(deadline=None)
@given(seed=SEEDS, stride=st.integers(1, 3))
def test_a_transposed_convolution_is_torchs(seed: int, stride: int) -> None:
    rng = np.random.default_rng(seed)
    x, w = (rng.normal(size=rng.integers(1, 5, size=2)) for _ in range(2))
    image, kernel = torch.tensor(x)[None, None], torch.tensor(w)[None, None]
    truth = F.conv_transpose2d(image, kernel, stride=stride)
    made = arithmetic.conv_transpose2d(x, w, stride)
    np.testing.assert_allclose(made, truth[0, 0].numpy(), rtol=1e-9, atol=1e-12)


@given(seed=SEEDS)
def test_the_matrix_of_a_convolution_does_what_torch_does(seed: int) -> None:
    rng = np.random.default_rng(seed)
    w, length = rng.normal(size=rng.integers(1, 4, size=3)), int(rng.integers(3, 8))
    x = rng.normal(size=(w.shape[1], length))
    truth = F.conv1d(torch.tensor(x), torch.tensor(w)).numpy()
    matrix = arithmetic.conv1d_matrix(w, length)
    np.testing.assert_allclose(matrix @ x.ravel(), truth.ravel(), rtol=1e-9, atol=1e-12)
