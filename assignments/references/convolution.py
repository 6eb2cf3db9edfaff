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
    return _forward(_conv(conv_param), {"x": x, "w": w, "b": b}, dict(conv_param))


def conv_backward_naive(dout: npt.ArrayLike, cache: Any) -> tuple[Array, ...]:
    """Return dx, dw and db."""
    inputs, param = cache
    return _backward(_conv(param), inputs, dout)


def max_pool_forward_naive(
    x: Array, pool_param: Mapping[str, int]
) -> tuple[Array, Any]:
    """Keep the largest entry of each window of x (N, C, H, W)."""
    return _forward(_pool(pool_param), {"x": x}, dict(pool_param))


def max_pool_backward_naive(dout: npt.ArrayLike, cache: Any) -> Array:
    """Return dx."""
    inputs, param = cache
    return _backward(_pool(param), inputs, dout)[0]


def conv_relu_pool_forward(
    x: Array,
    w: Array,
    b: Array,
    conv_param: Mapping[str, int],
    pool_param: Mapping[str, int],
) -> tuple[Array, Any]:
    """Apply a convolution, a ReLU and a max pooling."""
    params = dict(conv_param), dict(pool_param)
    return _forward(_sandwich(*params), {"x": x, "w": w, "b": b}, params)


def conv_relu_pool_backward(dout: npt.ArrayLike, cache: Any) -> tuple[Array, ...]:
    """Return dx, dw and db."""
    inputs, params = cache
    return _backward(_sandwich(*params), inputs, dout)


def _forward(
    layer: Callable[..., Traced], inputs: Mapping[str, Array], param: Any
) -> tuple[Array, Any]:
    """Compute; the cache is plain data, as whoever holds it may be another process."""
    copies = {name: np.array(value, np.float64) for name, value in inputs.items()}
    return np.asarray(layer(**copies)), (copies, param)


def _backward(
    layer: Callable[..., Traced], inputs: Mapping[str, Array], dout: npt.ArrayLike
) -> tuple[Array, ...]:
    """Compute again, and differentiate."""
    out, backward = recorded(layer, inputs)
    if np.shape(dout) != out.shape:
        raise ValueError(f"dout is {np.shape(dout)}, but out is {out.shape}")
    return tuple(backward(dout).values())


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


def _conv(conv_param: Mapping[str, int]) -> Callable[..., Traced]:
    return partial(conv2d, stride=conv_param["stride"], pad=conv_param["pad"])


def _sandwich(
    conv_param: Mapping[str, int], pool_param: Mapping[str, int]
) -> Callable[..., Traced]:
    conv, pool = _conv(conv_param), _pool(pool_param)

    def layer(x: Traced, w: Traced, b: Traced) -> Traced:
        return pool(relu(conv(x, w, b)))

    return layer


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
