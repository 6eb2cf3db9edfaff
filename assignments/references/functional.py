"""Layers for oracles: functions of arrays for `references.gradients`.

Each has the name and the meaning that torch gives it, and is tested against torch.
torch itself would do as well, but importing it takes longer than grading a notebook.
Batch norm and max pooling are written here much as a student writes them, and the
rest can be differentiated, so students do not receive this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import autograd.numpy as np
from autograd.tracer import getval

Traced = Any
"""An array of float64, or what autograd puts in its place to record what is done."""
Layer = Callable[[Traced], Traced]


def batch_norm(
    x: Traced,
    gamma: Traced = 1.0,
    beta: Traced = 0.0,
    *,
    eps: float,
    running: tuple[Traced, Traced] | None = None,
) -> Traced:
    """Normalize each channel of x, (N, C) or (N, C, H, W); gamma and beta are (C,).

    Args:
        x: the batch.
        gamma: scale of each channel.
        beta: shift of each channel.
        eps: what is added to the variance.
        running: mean and variance, (C,) each; by default those of the batch.

    """
    axes = (0, *range(2, x.ndim))
    mean, var = running or (np.mean(x, axis=axes), np.var(x, axis=axes))
    gamma, beta, mean, var = (
        np.reshape(each, (-1, *(1 for _ in x.shape[2:])))
        for each in (gamma, beta, mean, var)
    )
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def conv2d(x: Traced, w: Traced, b: Traced, stride: int = 1, pad: int = 0) -> Traced:
    """Cross-correlate x (N, C, H, W) with w (F, C, HH, WW), and add b (F,)."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    (height, width), (rows, columns) = x.shape[2:], w.shape[2:]
    below = ((0, 0), (0, 0), (0, height - rows), (0, width - columns))
    spectrum = np.conj(np.fft.fft2(np.pad(w, below, "constant")))
    product = np.einsum("nchw,fchw->nfhw", np.fft.fft2(x), spectrum)
    out = np.real(np.fft.ifft2(product))
    out = out[:, :, : height - rows + 1 : stride, : width - columns + 1 : stride]
    return out + np.reshape(b, (-1, 1, 1))


def max_pool2d(x: Traced, height: int, width: int, stride: int) -> Traced:
    """Keep the largest entry of each window of x (N, C, H, W), the first if equal."""
    windows = windows_of(x, height, width, stride)
    largest = np.argmax(getval(windows), axis=-1)
    return np.sum(windows * np.eye(height * width)[largest], axis=-1)


def windows_of(x: Traced, height: int, width: int, stride: int) -> Traced:
    """Give the windows of x (N, C, H, W), shape (N, C, H', W', height * width)."""
    tops, lefts = (
        stride * np.arange((side - window) // stride + 1)
        for side, window in zip(x.shape[2:], (height, width), strict=True)
    )
    i, j = np.divmod(np.arange(height * width), width)
    return x[:, :, tops[:, None, None] + i, lefts[:, None] + j]


def relu(x: Traced) -> Traced:
    """Return x where it is above 0, else 0."""
    return np.where(x > 0, x, 0.0)


def cross_entropy(scores: Traced, y: Traced) -> Traced:
    """Return the mean cross-entropy of scores (N, C) for the classes y (N,)."""
    shifted = scores - np.max(getval(scores), axis=1, keepdims=True)
    logs = np.log(np.sum(np.exp(shifted), axis=1))
    return np.mean(logs - shifted[np.arange(len(y)), y])


def forgets_itself(layer: Layer) -> Layer:
    """Make a layer whose gradient passes as if it were not there."""
    return lambda x: x + getval(layer(x) - x)
