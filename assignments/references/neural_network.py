"""The network of the questions on torch, computed from a student's own parameters.

Nothing of the student's `forward` is used, so what it computes can be compared with
what it should compute. Wrong variants serve to recognise known mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from checks import Array, Function
from checks.hints import recognise
from checks.torch_networks import outputs

WIDTHS = (16, 32, 64)
UNITS = 256
SHOWN = 64  # of the hidden units, where a last layer passes them on


@dataclass(frozen=True)
class Twin:
    """A network with the numbers of a student's layers, in the right order.

    They are copies: what a student's `forward` does to its weights shows as a wrong
    answer, and does not change the truth.

    Attributes:
        convs: three convolutions, from the image on.
        norms: three batch normalizations, or none.
        linears: the two linear layers.
        own: the student's layers themselves: convolutions, norms, linear ones.

    """

    convs: list[nn.Conv2d]
    norms: list[nn.BatchNorm2d]
    linears: list[nn.Linear]
    own: list[nn.Module]

    @property
    def was_changed(self) -> bool:
        """Whether the student's weights are no longer those that they were."""
        copies = [*self.convs, *self.norms, *self.linears]
        return not all(
            torch.equal(now, before)
            for layer, copy in zip(self.own, copies, strict=True)
            for now, before in zip(layer.parameters(), copy.parameters(), strict=True)
        )

    def features(
        self,
        X: Tensor,
        *,
        training: bool = False,
        pool: Callable[..., Tensor] = F.max_pool2d,
        act: Callable[[Tensor], Tensor] = torch.relu,
        last_act: Callable[[Tensor], Tensor] | None = None,
        border: str = "constant",
        norm_after: str = "convolution",
    ) -> Tensor:
        """Compute the hidden units after their ReLU, shape (N, 256).

        Args:
            X: images, shape (N, C, H, W).
            training: whether batch normalization uses the batch.
            pool: of every block.
            act: the activation of every block and of the hidden layer.
            last_act: the activation of the hidden layer, where it is another one.
            border: how the convolutions pad, in the words of `F.pad`.
            norm_after: "convolution", "activation" or "pooling".

        """
        for index, conv in enumerate(self.convs):
            X = F.conv2d(F.pad(X, [1] * 4, mode=border), conv.weight, conv.bias)
            steps: dict[str, Callable[[Tensor], Tensor]] = {
                "activation": act,
                "pooling": partial(pool, kernel_size=2),
            }
            for step in ("convolution", *steps):
                X = steps[step](X) if step in steps else X
                if self.norms and step == norm_after:
                    X = _normalized(self.norms[index], X, training=training)
        first = self.linears[0]
        hidden = F.linear(X.flatten(1), first.weight, first.bias)
        return (last_act or act)(hidden)

    def logits(self, X: Tensor, **variant: Any) -> Tensor:
        """Compute the logits, shape (N, classes); see `features`."""
        last = self.linears[1]
        return F.linear(self.features(X, **variant), last.weight, last.bias)

    def hint(self, X: Tensor, seen: Array) -> str | None:
        """Recognise what a wrong network computes, in evaluation mode."""
        if self.was_changed:
            return "forward reads the weights; only the optimizer changes them."

        def identity(values: Tensor) -> Tensor:
            return values

        def overlapping(values: Tensor, kernel_size: int) -> Tensor:
            return F.max_pool2d(values, kernel_size + 1, kernel_size, padding=1)

        def skipping(values: Tensor, kernel_size: int) -> Tensor:
            return values[:, :, ::kernel_size, ::kernel_size]

        right = self.logits(X)
        relu = "is there a ReLU after every block and after the hidden layer?"
        variants = [
            (
                "max pooling keeps the largest value of a window, not the mean.",
                self.logits(X, pool=F.avg_pool2d),
            ),
            (relu, self.logits(X, act=identity)),
            (relu, self.logits(X, last_act=identity)),
            (
                "a window has 2 by 2 pixels, and no two windows share one.",
                self.logits(X, pool=overlapping),
            ),
            (
                "pooling keeps the largest of four, a stride the first of four.",
                self.logits(X, pool=skipping),
            ),
            (
                "padding=1 means a border of zeros.",
                self.logits(X, border="replicate"),
            ),
            (
                "logits are the last layer's numbers as they are; the loss function "
                "applies the softmax.",
                right.softmax(1),
            ),
            (
                "the last layer's logits may be negative: nothing follows it.",
                right.relu(),
            ),
        ]
        if self.norms:
            for place, name in (("activation", "the ReLU"), ("pooling", "pooling")):
                hint = f"which comes first, batch normalization or {name}?"
                variants.append((hint, self.logits(X, norm_after=place)))
        for other in (F.gelu, F.leaky_relu, F.elu, F.silu, torch.tanh, torch.sigmoid):
            variants.append(("the activation is ReLU.", self.logits(X, act=other)))
        return recognise(seen, [(hint, _array(out)) for hint, out in variants])


def _normalized(norm: nn.BatchNorm2d, X: Tensor, *, training: bool) -> Tensor:
    assert norm.running_mean is not None
    assert norm.running_var is not None
    return F.batch_norm(
        X,
        norm.running_mean.clone(),
        norm.running_var.clone(),
        norm.weight,
        norm.bias,
        training=training,
        eps=norm.eps,
    )


def _array(values: Tensor) -> Array:
    return np.asarray(values.detach().numpy(), dtype=np.float64)


def build(network: Function, seed: int, **arguments: Any) -> tuple[nn.Module, Twin]:
    """Construct a student's network in float64 with parameters that all matter.

    Args:
        network: the class.
        seed: of the parameters.
        arguments: for the class.

    Returns:
        The network in evaluation mode, and its twin.

    Raises:
        AssertionError: when it is no network, or lacks a layer.

    """
    model = network(**arguments)
    assert isinstance(model, nn.Module), (
        "NeuralNetwork(...) should be an nn.Module: derive the class from it."
    )
    model = model.double().eval()
    normalized = bool(arguments.get("do_batchnorm"))
    convs: list[nn.Conv2d] = _layers(model, nn.Conv2d, "out_channels", 3)
    count = 3 if normalized else 0
    norms: list[nn.BatchNorm2d] = _layers(model, nn.BatchNorm2d, "num_features", count)
    linears = _linears(model)
    rng = np.random.default_rng(seed)
    with torch.no_grad():
        weighted: list[nn.Conv2d | nn.Linear] = [*convs, *linears]
        for layer in weighted:
            assert layer.bias is not None, f"{type(layer).__name__} has no bias."
            fan_in = layer.weight[0].numel()
            flat = rng.random(layer.weight.shape, dtype=np.float32)  # the fastest
            _fill(layer.weight, np.sqrt(24 / fan_in) * (flat.astype(np.float64) - 0.5))
            _fill(layer.bias, rng.normal(0, 0.5, layer.bias.shape))
        for norm in norms:
            usual = norm.affine and norm.track_running_stats
            assert usual, (
                "Batch norm has a scale and a shift for each channel, and running "
                "statistics: leave its other settings as they are."
            )
            sign = rng.choice([-1.0, 1.0], norm.weight.shape)
            _fill(norm.weight, sign * rng.uniform(0.5, 1.5, norm.weight.shape))
            _fill(norm.bias, rng.normal(size=norm.bias.shape))
            if norm.running_mean is not None and norm.running_var is not None:
                _fill(norm.running_mean, rng.normal(size=norm.bias.shape))
                _fill(norm.running_var, rng.uniform(0.5, 2, norm.bias.shape))
    own: list[nn.Module] = [*convs, *norms, *linears]
    return model, Twin(*deepcopy((convs, norms, linears)), own)


def _fill(tensor: Tensor, values: Array) -> None:
    tensor.copy_(torch.from_numpy(values))


def _layers(model: nn.Module, kind: type[Any], by: str, count: int) -> list[Any]:
    """Find a network's layers of one kind, in the order of a size.

    The widths grow from 16 to 64, so the order in the class's text makes no difference.
    """
    found = [layer for layer in model.modules() if isinstance(layer, kind)]
    assert len(found) == count, (
        f"The network has {len(found)} layers of the kind nn.{kind.__name__}, but "
        f"should have {count}. Layers count where `modules()` lists them."
    )
    return sorted(found, key=lambda layer: int(getattr(layer, by)))


def _linears(model: nn.Module) -> list[nn.Linear]:
    """Find the two linear layers: the last one takes the hidden units."""
    found = _layers(model, nn.Linear, "in_features", 2)
    ordered = sorted(found, key=lambda layer: bool(layer.in_features == UNITS))
    first, last = ordered
    assert first.out_features == last.in_features == UNITS, (
        f"The linear layers go from {first.in_features} to {first.out_features} and "
        f"from {last.in_features} to {last.out_features} numbers, but the hidden layer "
        f"should have {UNITS} units."
    )
    return ordered


def images(rng: np.random.Generator, count: int, channels: int, size: int) -> Tensor:
    """Draw images, shape (count, channels, size, size), float64."""
    return torch.from_numpy(rng.normal(size=(count, channels, size, size)))


# --- dropout ------------------------------------------------------------------


def assert_drops(model: nn.Module, twin: Twin, X: Tensor, p_dropout: float) -> None:
    """Assert that hidden units are dropped, each by itself, and the rest scaled up.

    The last layer is made to pass hidden units on, plus 1: as many as it has classes.
    A right network fails less than once in 10**7: shares are within 6 standard
    deviations.

    Raises:
        AssertionError: saying what was seen instead.

    """
    with torch.no_grad():
        for last in (twin.own[-1], twin.linears[1]):
            assert isinstance(last, nn.Linear)
            _fill(last.weight, np.eye(SHOWN, UNITS))
            _fill(last.bias, np.ones(SHOWN))
    # What the network computes without dropout, right or wrong; where even that is
    # random, what it should compute.
    truth, again = np.split(outputs(model, torch.cat([X, X])) - 1, 2)
    if not np.allclose(again, truth):
        truth = _array(twin.logits(X)) - 1
    model.train()
    torch.default_generator.manual_seed(int(1e6 * float(X.abs().mean())))
    seen = outputs(model, X) - 1
    model.eval()
    alive = truth > 1e-6 * truth.max()
    dropped = alive & (np.abs(seen) < 1e-9 * truth.max())
    kept = alive & ~dropped
    share = float(dropped.sum() / alive.sum())
    scale = np.ones(1) if not kept.any() else seen[kept] / truth[kept]
    wanted = 1 / (1 - p_dropout)
    assert share > 0, (
        "In training mode no hidden unit is seen to be dropped. "
        "Does dropout come between the hidden layer and the last one?"
    )
    assert np.allclose(scale, scale.mean(), rtol=1e-6), (
        f"With p_dropout = {p_dropout:.2f} hidden units that stay are multiplied by "
        f"{scale.min():.2f} to {scale.max():.2f} instead of {wanted:.2f}. Hint: is "
        "dropout anywhere else than after the hidden layer?"
    )
    allowed = 6 * np.sqrt(p_dropout * (1 - p_dropout) / alive.sum())
    assert abs(share - p_dropout) < allowed, (
        f"With p_dropout = {p_dropout:.2f} a share of {share:.2f} of the hidden units "
        f"is dropped (allowed {allowed:.2f} off). Hint: p_dropout is the probability "
        "to drop, and it is an argument."
    )
    assert np.allclose(scale, wanted, rtol=1e-6), (
        f"With p_dropout = {p_dropout:.2f} hidden units that stay are multiplied by "
        f"{scale.mean():.2f} instead of {wanted:.2f}. Hint: those that stay make up "
        "for those that are dropped."
    )
    lonely = float(dropped.all(axis=1).mean() + (dropped.sum(axis=1) == 0).mean())
    assert lonely < 0.5, (
        "Whole images are dropped or kept. Hint: each hidden unit of each image is "
        "dropped by itself."
    )
