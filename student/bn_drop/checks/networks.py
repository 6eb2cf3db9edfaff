from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.answers import explained
from checks.closeness import Array, assert_array, assert_close, assert_outputs
from checks.hints import recognise

Params = dict[str, Array]
NAME = "FullyConnectedNet"


@dataclass(frozen=True)
class NetworkCase:

    dims: tuple[int, ...]
    normalized: bool
    params: Params
    X: Array
    y: npt.NDArray[Any]

    @property
    def hidden(self):
        return list(self.dims[1:-1])

    def build(self, network, **settings):
        model = network(
            self.hidden,
            input_dim=self.dims[0],
            num_classes=self.dims[-1],
            normalization="batchnorm" if self.normalized else None,
            dtype=np.float64,
            **settings,
        )
        with explained(f"{NAME}.params"):
            given = {name: value.copy() for name, value in self.params.items()}
            model.params = {**model.params, **given}
        return model


def network_case(
    rng,
    dims = (6, 7, 5, 4),
    *,
    normalized = False,
    rows = 9,
):
    shapes = parameter_shapes(dims, normalized=normalized)
    params = {
        name: rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)
        for name, shape in shapes.items()
    }
    for name in params:
        if name.startswith("W"):
            params[name] = params[name] / np.sqrt(params[name].shape[0])
    y = np.arange(rows) % dims[-1]
    case = NetworkCase(dims, normalized, params, rng.normal(size=(rows, dims[0])), y)
    if not normalized and _hides_mistakes(case):
        return network_case(rng, dims, rows=rows)
    return case


def _hides_mistakes(case):
    out = case.X
    *hidden, last = range(1, len(case.dims))
    for i in hidden:
        out = np.maximum(out @ case.params[f"W{i}"] + case.params[f"b{i}"], 0)
    scores = out @ case.params[f"W{last}"] + case.params[f"b{last}"]
    return not out.any() or not (scores < 0).any()


def parameter_shapes(
    dims, *, normalized
):
    shapes: dict[str, tuple[int, ...]] = {}
    for layer, (before, after) in enumerate(pairwise(dims), start=1):
        shapes[f"W{layer}"], shapes[f"b{layer}"] = (before, after), (after,)
        if normalized and layer < len(dims) - 1:
            shapes[f"gamma{layer}"] = shapes[f"beta{layer}"] = (after,)
    return shapes


def initial_params(model, dims, *, normalized):
    with explained(f"{NAME}.params"):
        found = dict(model.params)
    shapes = parameter_shapes(dims, normalized=normalized)
    missing = [name for name in shapes if name not in found]
    extra = [str(name) for name in found if name not in shapes]
    last = f"gamma{len(dims) - 1}"
    hint = " Hint: the output layer is affine only." if last in extra else ""
    first = " Hint: layers count from 1, as in the table." if "W0" in found else ""
    assert not missing, (
        f"params has no {missing[0]}; it has {len(found)} parameters.{first}"
    )
    assert not extra, f"params has {extra[0]}, which this network does not need.{hint}"
    turned = "a batch X has its inputs along axis 1, and X @ W has to be possible."
    return {
        name: assert_array(
            found[name],
            shape,
            name=f"params[{name!r}]",
            hint=turned if np.shape(found[name]) == shape[::-1] else None,
        )
        for name, shape in shapes.items()
    }


def loss_and_grads(model, X, y):
    with explained(f"{NAME}.loss"):
        result = model.loss(X.copy(), y.copy())
    loss, grads = assert_outputs(result, count=2, name="loss(X, y)")
    assert isinstance(grads, dict), (
        f"loss(X, y) should return the gradients as a dict, but gave {type(grads)}."
    )
    return float(assert_array(loss, (), name="loss")), grads


def assert_gradients(
    grads,
    truth,
    slips = (),
    *,
    first = lambda _: None,
):
    missing = next((name for name in truth if name not in grads), None)
    assert missing is None, (
        f"grads has no {missing}. Hint: every parameter has a gradient."
    )
    for name, expected in truth.items():

        def hint(grad, name = name):
            known = [(text, gradients()[name]) for text, gradients in slips]
            if (other := _other(name)) in truth:
                known.append(("gamma and beta may have changed places.", truth[other]))
            return recognise(grad, known) or (
                first(grad) if name == next(iter(truth)) else None
            )

        assert_close(grads[name], expected, name=f"grads[{name!r}]", hint=hint)


def _other(name):
    for one, two in (("gamma", "beta"), ("beta", "gamma")):
        if name.startswith(one):
            return name.replace(one, two)
    return ""
