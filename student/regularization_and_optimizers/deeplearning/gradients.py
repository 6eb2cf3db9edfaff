"""Check a backward pass by numbers: move each entry a little, and see what changes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
DIGITS = 5


def numeric_gradient(
    f: Callable[[Array], Any],
    x: npt.ArrayLike,
    dout: npt.ArrayLike = 1.0,
    step: float = 1e-5,
) -> Array:
    """Estimate the gradient that a backward pass should give for ``x``.

    Each entry moves by ``step`` to both sides, so f is called twice for each: try it
    with small arrays. It is no gradient where f has a kink within a step, as a ReLU has
    at 0. The estimate is rounded to `DIGITS` digits of its largest entry: enough to
    find a mistake, and too coarse to hand in.

    Args:
        f: takes an array in the shape of x and returns the layer's output, or a tuple
            or list that begins with it, such as (out, cache). It should give the same
            for the same input: fix the seed of a layer that draws.
        x: where the gradient is taken, any shape.
        dout: gradient of the loss with respect to the output, in its shape, or a number
            for all of it; by default 1, for an f that returns the loss itself.
        step: how far an entry moves.

    Returns:
        d loss / d x, in the shape of x.

    Raises:
        ValueError: when the output and dout do not have the same shape.

    """
    start, upstream = np.array(x, dtype=np.float64), np.asarray(dout, np.float64)

    def loss(moved: Array) -> float:
        result = f(moved)
        out = np.asarray(result[0] if isinstance(result, tuple | list) else result)
        if upstream.ndim and out.shape != upstream.shape:
            raise ValueError(
                f"f gives the shape {out.shape}, but dout has {upstream.shape}"
            )
        return float((out * upstream).sum())

    gradient = np.zeros_like(start)
    for place in np.ndindex(start.shape):
        above, below = start.copy(), start.copy()
        above[place] += step
        below[place] -= step
        gradient[place] = (loss(above) - loss(below)) / (2 * step)
    largest = float(np.abs(gradient).max(initial=0.0))
    if not np.isfinite(largest) or largest == 0:
        return gradient
    return gradient.round(DIGITS - 1 - math.floor(math.log10(largest)))


def relative_error(value: npt.ArrayLike, expected: npt.ArrayLike) -> float:
    """Return the largest difference of two arrays, relative to their largest entry.

    For a right gradient and `numeric_gradient` it is below 1e-4; most mistakes give
    1e-2 or more.

    Args:
        value: any shape.
        expected: the same shape.

    Returns:
        A number from 0 to 2; 0 when both are all 0, and infinity where one is not
        finite.

    Raises:
        ValueError: when the shapes differ.

    """
    one, other = np.asarray(value, np.float64), np.asarray(expected, np.float64)
    if one.shape != other.shape:
        raise ValueError(f"the shapes differ: {one.shape} and {other.shape}")
    if not (np.isfinite(one).all() and np.isfinite(other).all()):
        return float("inf")
    largest = max(np.abs(one).max(initial=0.0), np.abs(other).max(initial=0.0))
    return float(np.abs(one - other).max(initial=0.0) / (largest or 1.0))
