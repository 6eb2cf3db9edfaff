"""Trusted convolution layers in NumPy's clothes, done by torch's autograd.

They stand in for a student's layers while a network that builds on them is graded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional as F

Array = npt.NDArray[np.float64]
Cache = tuple[torch.Tensor, list[torch.Tensor]]


def _forward(
    layer: Callable[..., torch.Tensor], *arrays: npt.ArrayLike
) -> tuple[Array, Cache]:
    leaves = [
        torch.tensor(np.asarray(array), dtype=torch.float64, requires_grad=True)
        for array in arrays
    ]
    out = layer(*leaves)
    return out.detach().numpy(), (out, leaves)


def _backward(dout: npt.ArrayLike, cache: Cache) -> tuple[Array, ...]:
    out, leaves = cache
    upstream = torch.tensor(np.asarray(dout), dtype=torch.float64)
    if upstream.shape != out.shape:
        raise ValueError(f"dout is {(*upstream.shape,)}, but out is {(*out.shape,)}")
    loss = (upstream * out).sum()
    grads = torch.autograd.grad(loss, leaves, retain_graph=True)
    return tuple(grad.numpy() for grad in grads)


def conv_forward_naive(
    x: Array, w: Array, b: Array, conv_param: Mapping[str, int]
) -> tuple[Array, Any]:
    """Convolve x (N, C, H, W) with w (F, C, HH, WW), and add b (F,)."""
    stride, pad = conv_param["stride"], conv_param["pad"]
    return _forward(lambda x, w, b: F.conv2d(x, w, b, stride, pad), x, w, b)


def conv_backward_naive(dout: Array, cache: Any) -> tuple[Array, ...]:
    """Return dx, dw and db."""
    return _backward(dout, cache)


def max_pool_forward_naive(
    x: Array, pool_param: Mapping[str, int]
) -> tuple[Array, Any]:
    """Keep the largest entry of each window of x (N, C, H, W)."""
    window = (pool_param["pool_height"], pool_param["pool_width"])
    return _forward(lambda x: F.max_pool2d(x, window, pool_param["stride"]), x)


def max_pool_backward_naive(dout: Array, cache: Any) -> Array:
    """Return dx."""
    return _backward(dout, cache)[0]


def conv_relu_pool_forward(
    x: Array,
    w: Array,
    b: Array,
    conv_param: Mapping[str, int],
    pool_param: Mapping[str, int],
) -> tuple[Array, Any]:
    """Apply a convolution, a ReLU and a max pooling."""
    window = (pool_param["pool_height"], pool_param["pool_width"])

    def layer(x: torch.Tensor, w: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        maps = F.conv2d(x, w, b, conv_param["stride"], conv_param["pad"])
        return F.max_pool2d(F.relu(maps), window, pool_param["stride"])

    return _forward(layer, x, w, b)


def conv_relu_pool_backward(dout: Array, cache: Any) -> tuple[Array, ...]:
    """Return dx, dw and db."""
    return _backward(dout, cache)


def sandwich_truth(
    x: Array, w: Array, b: Array, dout: Array
) -> tuple[Array, dict[str, Array]]:
    """Return a sandwich's output and gradients: stride 1, pad 1, windows of 2 by 2."""
    pool_param = {"pool_height": 2, "pool_width": 2, "stride": 2}
    out, cache = conv_relu_pool_forward(x, w, b, {"stride": 1, "pad": 1}, pool_param)
    return out, dict(zip("xwb", conv_relu_pool_backward(dout, cache), strict=True))


def sandwich_mistakes(
    x: Array, w: Array, b: Array, dout: Array
) -> list[tuple[str, dict[str, Array]]]:
    """Return wrong gradients of a sandwich, each with the hint that belongs to it."""
    maps, conv_cache = conv_forward_naive(x, w, b, {"stride": 1, "pad": 1})
    pool_param = {"pool_height": 2, "pool_width": 2, "stride": 2}
    _, pool_cache = max_pool_forward_naive(np.maximum(maps, 0), pool_param)
    dactive = max_pool_backward_naive(dout, pool_cache)
    wrong = {
        "the ReLU passes the gradient only where its input was positive.": dactive,
        "the ReLU looks at its input, not at the sign of the gradient.": (
            np.maximum(dactive, 0)
        ),
    }
    return [
        (hint, dict(zip("xwb", conv_backward_naive(dmaps, conv_cache), strict=True)))
        for hint, dmaps in wrong.items()
    ]


SINGLE_LAYERS: dict[str, Callable[..., Any]] = {
    "conv_forward_naive": conv_forward_naive,
    "conv_backward_naive": conv_backward_naive,
    "max_pool_forward_naive": max_pool_forward_naive,
    "max_pool_backward_naive": max_pool_backward_naive,
}
"""By name, for `Notebook.standing_on`."""

ALL_LAYERS: dict[str, Callable[..., Any]] = {
    **SINGLE_LAYERS,
    "conv_relu_pool_forward": conv_relu_pool_forward,
    "conv_relu_pool_backward": conv_relu_pool_backward,
}
"""The sandwich as well."""
