"""Check a backward pass by numbers: move each entry a little, and see what changes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

SMALLEST = 1e-6  # what differences can tell


def gradient_error(
    f: Callable[[npt.NDArray[np.float64]], Any],
    x: npt.ArrayLike,
    dx: npt.ArrayLike,
    dout: npt.ArrayLike = 1.0,
    step: float = 1e-5,
) -> float:
    """Say how far a gradient is from what differences give for it.

    Each entry of x moves by ``step`` to both sides, so f is called twice for each: try
    it with small arrays. It says nothing where f has a kink within a step, as a ReLU
    has at 0.

    Args:
        f: takes an array in the shape of x and returns the layer's output, or a tuple
            or list that begins with it, such as (out, cache). It should give the same
            for the same input: fix the seed of a layer that draws.
        x: where the gradient is taken, any shape.
        dx: the gradient of the loss with respect to x, to be checked, in its shape.
        dout: gradient of the loss with respect to the output, in its shape, or a number
            for all of it; by default 1, for an f that returns the loss itself.
        step: how far an entry moves.

    Returns:
        The largest difference, relative to the largest entry, as a power of ten: how
        near, and not in which direction. A right gradient gives 1e-6, the smallest
        that is told, most mistakes 0.1 or more; infinity where dx or f is not finite.

    Raises:
        ValueError: when dx does not have the shape of x, or dout that of the output.

    """
    start, upstream = np.array(x, dtype=np.float64), np.asarray(dout, np.float64)
    gradient = np.asarray(dx, dtype=np.float64)
    if gradient.shape != start.shape:
        raise ValueError(f"dx has the shape {gradient.shape}, but x has {start.shape}")

    def loss(moved: npt.NDArray[np.float64]) -> float:
        result = f(moved)
        out = np.asarray(result[0] if isinstance(result, tuple | list) else result)
        if upstream.ndim and out.shape != upstream.shape:
            raise ValueError(
                f"f gives the shape {out.shape}, but dout has {upstream.shape}"
            )
        return float((out * upstream).sum())

    furthest = largest = 0.0
    for place, entry in np.ndenumerate(gradient):
        above, below = start.copy(), start.copy()
        above[place] += step
        below[place] -= step
        slope = (loss(above) - loss(below)) / (2 * step)
        if not (math.isfinite(slope) and math.isfinite(entry)):
            return math.inf
        furthest = max(furthest, abs(slope - entry))
        largest = max(largest, abs(slope), abs(entry))
    error = furthest / (largest or 1.0)
    return float(10.0 ** math.ceil(math.log10(max(error, SMALLEST)) - 1e-9))
