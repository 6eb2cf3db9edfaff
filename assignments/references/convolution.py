"""Trusted convolution layers: `references.functional` and its gradients.

They stand in for a student's layers while a network that builds on them is graded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from checks import Array
from references.functional import Layer, Traced, conv2d, max_pool2d, relu
from references.gradients import recorded


def conv_forward_naive(
    x: Array, w: Array, b: Array, conv_param: Mapping[str, int]
) -> tuple[Array, Any]:
    """Convolve x (N, C, H, W) with w (F, C, HH, WW), and add b (F,)."""
    stride, pad = conv_param["stride"], conv_param["pad"]
    layer = partial(conv2d, stride=stride, pad=pad)
    out, backward = recorded(layer, {"x": x, "w": w, "b": b})
    return out, (backward, out.shape)


def conv_backward_naive(dout: npt.ArrayLike, cache: Any) -> tuple[Array, ...]:
    """Return dx, dw and db."""
    backward, shape = cache
    if np.shape(dout) != shape:
        raise ValueError(f"dout is {np.shape(dout)}, but out is {shape}")
    return tuple(backward(dout).values())


def max_pool_forward_naive(
    x: Array, pool_param: Mapping[str, int]
) -> tuple[Array, Any]:
    """Keep the largest entry of each window of x (N, C, H, W)."""
    out, backward = recorded(_pool(pool_param), {"x": x})
    return out, (backward, out.shape)


def max_pool_backward_naive(dout: npt.ArrayLike, cache: Any) -> Array:
    """Return dx."""
    return conv_backward_naive(dout, cache)[0]


def conv_relu_pool_forward(
    x: Array,
    w: Array,
    b: Array,
    conv_param: Mapping[str, int],
    pool_param: Mapping[str, int],
) -> tuple[Array, Any]:
    """Apply a convolution, a ReLU and a max pooling."""
    pool = _pool(pool_param)

    def layer(x: Traced, w: Traced, b: Traced) -> Traced:
        return pool(relu(conv2d(x, w, b, conv_param["stride"], conv_param["pad"])))

    out, backward = recorded(layer, {"x": x, "w": w, "b": b})
    return out, (backward, out.shape)


conv_relu_pool_backward = conv_backward_naive


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


def _pool(pool_param: Mapping[str, int]) -> Layer:
    return partial(
        max_pool2d,
        height=pool_param["pool_height"],
        width=pool_param["pool_width"],
        stride=pool_param["stride"],
    )


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
