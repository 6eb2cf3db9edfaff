"""Cases, oracle and hints of convolution and pooling layers, in NCHW.

The oracle is torch. Every size differs from every other, so that swapping height and
width, or the batch and the channels, shows at once; strides divide evenly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from checks.answers import Function
from checks.backward import with_either_cache
from checks.closeness import Array, assert_close, assert_outputs
from checks.gradients import autograd
from checks.hints import equal, recognise

#        N  C  H  W  F HH WW stride pad
CONVOLUTIONS = (
    (2, 3, 5, 7, 4, 3, 3, 1, 1),
    (3, 2, 6, 4, 5, 2, 2, 2, 0),
    (2, 3, 7, 5, 4, 3, 1, 2, 0),
    (1, 2, 5, 8, 3, 3, 4, 1, 2),
    (2, 1, 7, 4, 3, 4, 1, 3, 0),
    (4, 3, 3, 5, 2, 1, 3, 2, 1),
    (2, 4, 4, 6, 3, 4, 6, 1, 0),
    (3, 2, 8, 5, 4, 2, 5, 2, 2),
)
#        N  C  H  W HH WW stride
POOLINGS = (
    (2, 3, 4, 6, 2, 2, 2),
    (3, 2, 5, 7, 3, 3, 2),
    (2, 4, 6, 5, 2, 3, 1),
    (1, 3, 7, 4, 1, 4, 3),
    (3, 1, 8, 6, 2, 3, 3),
)


@dataclass(frozen=True)
class ConvCase:
    """One input of a convolution layer.

    x: (N, C, H, W).  w: (F, C, HH, WW).  b: (F,).  dout: (N, F, H', W').
    """

    x: Array
    w: Array
    b: Array
    dout: Array
    stride: int
    pad: int

    @property
    def conv_param(self) -> dict[str, int]:
        """A fresh dictionary, as the layer takes it."""
        return {"stride": self.stride, "pad": self.pad}

    @property
    def settings(self) -> str:
        """How messages name the case."""
        return f"for stride {self.stride}, pad {self.pad}"

    def convolve(
        self, x: torch.Tensor, w: torch.Tensor, b: torch.Tensor
    ) -> torch.Tensor:
        """Apply the layer in torch."""
        return F.conv2d(x, w, b, stride=self.stride, padding=self.pad)


@dataclass(frozen=True)
class PoolCase:
    """One input of a max-pooling layer, without ties.

    x: (N, C, H, W).  dout: (N, C, H', W').
    """

    x: Array
    dout: Array
    height: int
    width: int
    stride: int

    @property
    def pool_param(self) -> dict[str, int]:
        """A fresh dictionary, as the layer takes it."""
        return {
            "pool_height": self.height,
            "pool_width": self.width,
            "stride": self.stride,
        }

    @property
    def settings(self) -> str:
        """How messages name the case."""
        return f"for a {self.height} by {self.width} window, stride {self.stride}"

    def pool(self, x: torch.Tensor) -> torch.Tensor:
        """Apply the layer in torch."""
        return F.max_pool2d(x, (self.height, self.width), self.stride)


def conv_cases(rng: np.random.Generator) -> list[ConvCase]:
    """Draw one case for each line of `CONVOLUTIONS`; no bias is near zero."""
    cases = []
    for n, c, h, w, f, hh, ww, stride, pad in CONVOLUTIONS:
        out = (1 + (h + 2 * pad - hh) // stride, 1 + (w + 2 * pad - ww) // stride)
        cases.append(
            ConvCase(
                x=rng.normal(size=(n, c, h, w)),
                w=rng.normal(size=(f, c, hh, ww)),
                b=rng.uniform(0.5, 1.5, size=f) * rng.choice([-1.0, 1.0], size=f),
                dout=rng.normal(size=(n, f, *out)),
                stride=stride,
                pad=pad,
            )
        )
    return cases


def pool_cases(rng: np.random.Generator) -> list[PoolCase]:
    """Draw one case a line of `POOLINGS`: distinct values, every other one negative."""
    cases = []
    for index, (n, c, h, w, hh, ww, stride) in enumerate(POOLINGS):
        x = rng.permutation(n * c * h * w).reshape(n, c, h, w) / 7.0
        x = x - (x.max() + 1 if index % 2 else x.mean())
        out = (1 + (h - hh) // stride, 1 + (w - ww) // stride)
        dout = rng.uniform(0.5, 1.5, size=(n, c, *out))
        cases.append(PoolCase(x, dout, hh, ww, stride))
    return cases


def conv_truth(case: ConvCase) -> tuple[Array, dict[str, Array]]:
    """Return the output and the gradients of x, w and b, by torch."""
    inputs = {"x": case.x, "w": case.w, "b": case.b}
    return autograd(case.convolve, inputs, case.dout)


def pool_truth(case: PoolCase) -> tuple[Array, Array]:
    """Return the output and the gradient of x, by torch."""
    out, grads = autograd(case.pool, {"x": case.x}, case.dout)
    return out, grads["x"]


def conv_forward_hint(case: ConvCase, out: Array) -> str | None:
    """Recognise a mistake of the forward pass by what it computes instead."""
    x, w, b = (torch.tensor(array) for array in (case.x, case.w, case.b))
    truth = case.convolve(x, w, b).numpy()
    bias = case.b[:, None, None]
    if out.shape == truth.swapaxes(2, 3).shape != truth.shape:
        return "height and width are swapped."
    if out.shape != truth.shape:
        return "the output has 1 + (H + 2 pad - HH) / stride rows; columns likewise."
    ones = F.pad(x, [case.pad] * 4, value=1.0)
    edge = F.pad(x, [case.pad] * 4, mode="replicate")
    return recognise(
        out,
        [
            ("each filter adds its own bias.", truth - bias),
            ("add the bias once for each output, not once a channel.", truth + bias),
            (
                "this layer does not flip the kernel.",
                case.convolve(x, w.flip(2, 3), b).numpy(),
            ),
            ("pad with zeros.", F.conv2d(ones, w, b, stride=case.stride).numpy()),
            ("pad with zeros.", F.conv2d(edge, w, b, stride=case.stride).numpy()),
        ],
    )


def conv_backward_hint(case: ConvCase, name: str, grad: Array) -> str | None:
    """Recognise a mistake in the gradient of ``name`` (x, w or b)."""
    _, truth = conv_truth(case)
    if 0 in grad.shape:
        return "a slice such as [pad:-pad] is empty when pad is 0."
    if grad.shape != truth[name].shape:
        return "a gradient has the shape of what it belongs to."
    n = len(case.x)
    if equal(grad * n, truth[name]):
        return "sum over the batch; the division by N belongs to the loss."
    if name == "w" and equal(grad[..., ::-1, ::-1], truth["w"]):
        return "the kernel is not flipped, so dw is not either."
    if name == "x" and not equal(grad, truth["x"]):
        share = np.abs(grad).sum() / np.abs(truth["x"]).sum()
        if share < 1 and case.stride < max(case.w.shape[2:]):
            return "windows overlap: a pixel collects from each window that covers it."
    return None


def pool_forward_hint(case: PoolCase, out: Array) -> str | None:
    """Recognise a mistake of max pooling's forward pass."""
    truth, _ = pool_truth(case)
    x = torch.tensor(case.x)
    if out.shape == truth.swapaxes(2, 3).shape != truth.shape:
        return "height and width are swapped."
    if out.shape != truth.shape:
        return "the window's size and the stride are two different things."
    average = F.avg_pool2d(x, (case.height, case.width), case.stride).numpy()
    square = _pooled_like(truth, x, case.stride, case.stride, case.stride)
    turned = _pooled_like(truth, x, case.width, case.height, case.stride)
    return recognise(
        out,
        [
            ("max pooling keeps the largest value, not the mean.", average),
            (
                "a window of negative numbers has a negative maximum.",
                np.maximum(truth, 0.0),
            ),
            ("the window's size and the stride are two different things.", square),
            ("height and width of the window are swapped.", turned),
        ],
    )


def _pooled_like(
    truth: Array, x: torch.Tensor, height: int, width: int, stride: int
) -> Array:
    """Pool with another window, on the grid of ``truth``; nan where no window fits."""
    rows, columns = truth.shape[2:]
    below = max(0, (rows - 1) * stride + height - x.shape[2])
    beside = max(0, (columns - 1) * stride + width - x.shape[3])
    padded = F.pad(x, (0, beside, 0, below), value=-float("inf"))
    windows = padded.unfold(2, height, stride).unfold(3, width, stride)
    out = windows[:, :, :rows, :columns].amax(dim=(4, 5)).numpy()
    return np.where(np.isfinite(out), out, np.nan)


def pool_backward_hint(case: PoolCase, dx: Array) -> str | None:
    """Recognise a mistake of max pooling's backward pass, by its sum."""
    _, truth = pool_truth(case)
    if dx.shape != truth.shape:
        return "dx has the shape of x."
    if np.count_nonzero(dx) > np.count_nonzero(truth):
        return "only the largest entry of a window gets its gradient."
    missing = case.dout.sum() - dx.sum()
    if case.stride < max(case.height, case.width) and missing > 1e-6 and dx.any():
        return (
            "the sum of dx must be the sum of dout: where windows overlap, "
            "one entry collects from several windows."
        )
    return None


def assert_conv_gradient(
    forward: Function, backward: Function, case: ConvCase, name: str
) -> None:
    """Assert one gradient of a convolution layer, whatever the forward is worth.

    Args:
        forward: the student's ``conv_forward_naive``.
        backward: the student's ``conv_backward_naive``.
        case: the layer's input.
        name: the gradient to look at: ``x``, ``w`` or ``b``.

    Raises:
        AssertionError: when neither the student's own cache nor the documented one
            ``(x, w, b, conv_param)`` leads to the right gradient.

    """
    out, truth = conv_truth(case)

    def check(cache: Any) -> None:
        grads = assert_outputs(
            backward(case.dout, cache), count=3, name="conv_backward_naive"
        )
        hint = partial(conv_backward_hint, case, name)
        label = f"d{name} {case.settings}"
        assert_close(grads["xwb".index(name)], truth[name], name=label, hint=hint)

    def own() -> tuple[Any, str]:
        result = forward(case.x, case.w, case.b, case.conv_param)
        value, cache = assert_outputs(result, count=2, name="conv_forward_naive")
        return cache, _doubt(value, out, "conv_forward_naive")

    with_either_cache(check, own, (case.x, case.w, case.b, case.conv_param))


def assert_pool_gradient(forward: Function, backward: Function, case: PoolCase) -> None:
    """Assert the gradient of a max-pooling layer, whatever the forward is worth.

    Raises:
        AssertionError: when neither the student's own cache nor the documented one
            ``(x, pool_param)`` leads to the right gradient.

    """
    out, truth = pool_truth(case)

    def check(cache: Any) -> None:
        dx = backward(case.dout, cache)
        hint = partial(pool_backward_hint, case)
        assert_close(dx, truth, name=f"dx {case.settings}", hint=hint)

    def own() -> tuple[Any, str]:
        result = forward(case.x, case.pool_param)
        value, cache = assert_outputs(result, count=2, name="max_pool_forward_naive")
        return cache, _doubt(value, out, "max_pool_forward_naive")

    with_either_cache(check, own, (case.x, case.pool_param))


def _doubt(value: Any, truth: Array, name: str) -> str:
    try:
        assert_close(value, truth, name="out")
    except AssertionError:
        return f"Your {name} is wrong for this input: mend it first."
    return ""
