"""Sizes, counts and matrices of convolution layers, by enumeration and autograd."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

import numpy as np

from checks import Array
from references.functional import Traced, conv2d
from references.gradients import autograd

Layer = tuple[tuple[int, ...], ...]
"""The shapes of what a layer trains."""


def parameters(*layers: Layer) -> int:
    """Count the trainable numbers of some layers."""
    return sum(prod(shape) for layer in layers for shape in layer)


def conv(
    c_in: int,
    c_out: int,
    kernel: int | tuple[int, int],
    *,
    bias: bool = True,
    groups: int = 1,
) -> Layer:
    """Give the shapes of a convolution's weights and biases."""
    height, width = (kernel, kernel) if isinstance(kernel, int) else kernel
    weights = (c_out, c_in // groups, height, width)
    return (weights, (c_out,)) if bias else (weights,)


def linear(inputs: int, outputs: int) -> Layer:
    """Give the shapes of an affine layer's weights and biases."""
    return (outputs, inputs), (outputs,)


def norm(channels: int) -> Layer:
    """Give the shapes of a batch normalization's gamma and beta."""
    return (channels,), (channels,)


def standard_block_params(channels: int) -> int:
    """Count a residual block of two 3x3 convolutions with batch normalization."""
    half = parameters(conv(channels, channels, 3), norm(channels))
    return 2 * half


def bottleneck_params(channels: int, squeezed: int) -> int:
    """Count a residual block 1x1, 3x3, 1x1 with batch normalization."""
    return parameters(
        conv(channels, squeezed, 1),
        norm(squeezed),
        conv(squeezed, squeezed, 3),
        norm(squeezed),
        conv(squeezed, channels, 1),
        norm(channels),
    )


def receptive_field(layers: Sequence[tuple[int, int]]) -> int:
    """Measure by gradients how many inputs one output of a stack can see.

    Args:
        layers: (kernel, stride) of every layer, the first layer first.

    """
    size = 1
    for kernel, stride in reversed(layers):
        size = (size - 1) * stride + kernel

    def first_output(x: Traced) -> Traced:
        for kernel, stride in layers:
            x = conv1d(x, np.ones((1, 1, kernel)))[:, ::stride]
        return x[0, 0]

    _, grads = autograd(first_output, {"x": np.zeros((1, size + 40))})
    return int((np.abs(grads["x"]) > 1e-9).sum())  # a product is a whole number


def conv1d(x: Traced, w: Array) -> Traced:
    """Cross-correlate x (C_in, L) with w (C_out, C_in, K): an image of one row."""
    return conv2d(x[None, :, None], w[:, :, None], np.zeros(len(w)))[0, :, 0]


def conv1d_matrix(w: Array, length: int) -> Array:
    """Return the matrix of a 1-D convolution (kernel not flipped), column by column.

    Args:
        w: (C_out, C_in, K).
        length: L, entries of each input channel.

    """
    basis = np.eye(w.shape[1] * length).reshape(-1, w.shape[1], length)
    return np.stack([conv1d(x, w).ravel() for x in basis], axis=1)


def conv_transpose2d(x: Array, w: Array, stride: int) -> Array:
    """Return the transposed convolution of one channel: a convolution's gradient.

    Args:
        x: (H, W).
        w: (K_H, K_W), not flipped.
        stride: the same for both axes.

    """
    height, width = (
        (n - 1) * stride + k for n, k in zip(x.shape, w.shape, strict=True)
    )

    def convolve(image: Traced) -> Traced:
        return conv2d(image, w[None, None], np.zeros(1), stride)[0, 0]

    _, grads = autograd(convolve, {"image": np.zeros((1, 1, height, width))}, x)
    return np.asarray(grads["image"][0, 0])


# --- earlier answers, for questions that build on them --------------------------


def earlier_answers(*names: str) -> dict[str, Callable[..., Any]]:
    """Return right answers to earlier questions, by name.

    Never that of the question itself: an answer that only calls itself is no answer.
    """
    return {name: EARLIER[name] for name in names}


def _conv_params(
    c_in: int, c_out: int, kernel: tuple[int, int], bias: bool = True
) -> tuple[int, int]:
    return parameters(conv(c_in, c_out, kernel, bias=False)), c_out if bias else 0


def _conv_shape(
    shape: Sequence[int], filters: int, kernel: int, stride: int, pad: int
) -> tuple[int, ...]:
    return _pool_shape((filters, *[n + 2 * pad for n in shape[1:]]), kernel, stride)


def _pool_shape(shape: Sequence[int], window: int, stride: int) -> tuple[int, ...]:
    return shape[0], *[len(range(0, n - window + 1, stride)) for n in shape[1:]]


def _toeplitz_matrix(h: Array, D: int) -> Array:
    return conv1d_matrix(np.asarray(h)[None, None, ::-1], D)


EARLIER: dict[str, Callable[..., Any]] = {
    "conv_params": _conv_params,
    "conv_shape": _conv_shape,
    "pool_shape": _pool_shape,
    "toeplitz_matrix": _toeplitz_matrix,
    "conv1d_matrix": conv1d_matrix,
}
