"""Trusted filters, and the traces that known mistakes leave behind.

The oracles do not share a line with the notebook's solutions: the signal is a finite
sum, the convolution is one long correlation, the image filters gather pixels by index.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np
import numpy.typing as npt

from checks.closeness import Array
from checks.filters import layer
from checks.hints import equal, recognise

Mode = Literal["constant", "edge", "reflect", "symmetric", "wrap"]
MODES: tuple[Mode, ...] = ("constant", "edge", "reflect", "symmetric")
Index = npt.NDArray[np.int_]
Offsets = Mapping[tuple[int, int], float]


# --- signals ------------------------------------------------------------------


def boxcar_exp(n: npt.ArrayLike, L: int, a: float) -> Array:
    """Convolve a boxcar of L ones with a^n u[n], as the sum of its L terms.

    Args:
        n: integers, any shape.
        L: how many ones the boxcar has.
        a: ratio of the filter, 0 < a < 1.

    Returns:
        The output at each n, in the shape of n.

    """
    age = np.asarray(n)[..., None] - np.arange(L)
    terms: Array = np.where(age >= 0, float(a) ** np.maximum(age, 0), 0.0)
    return np.asarray(terms.sum(axis=-1))


def boxcar_exp_hint(n: Index, L: int, a: float, seen: Array) -> str | None:
    """Recognise a mistake in the output of the filter."""
    truth, power = boxcar_exp(n, L, a), float(a) ** np.maximum(n, 0)
    inside = (n >= 0) & (n < L)
    aligned = np.convolve(inside, np.where(n >= 0, power, 0.0), mode="same")
    growing = np.where(n >= 0, (1 - a * power) / (1 - a), 0.0)
    misprint = np.where(inside, 2.0 ** -(0.5 ** np.maximum(n, 0)), truth)
    unflipped = (
        "nothing may come out before something went in: "
        "that is a sum in which neither signal is flipped."
    )
    moved = "these are the right values at the wrong indices."
    early = (
        f"these are the right values, L - 1 = {L - 1} indices too early: "
        "is neither signal flipped, or does the first value belong to another n?"
    )
    return recognise(
        seen,
        [
            ("after the boxcar the filter still remembers it.", truth * inside),
            (
                "at which n does the whole boxcar lie inside for the first time? "
                "One value at the border between two cases is off.",
                np.where(n == L, growing, truth),
            ),
            (
                "at n = 0 the sum has one term, 1: the difference in the closed form "
                "has become an exponent.",
                misprint,
            ),
            (
                "before n = 0 nothing has gone in: is the closed form used there, too?",
                np.where(n < L, (1 - float(a) ** (n + 1.0)) / (1 - a), truth),
            ),
            (
                "is 1/2 written into your formula? a is an argument.",
                boxcar_exp(n, L, 0.5),
            ),
            (unflipped, boxcar_exp(L - 1 - n, L, a)),
            ("the boxcar ends: from n = L on, no new terms join the sum.", growing),
            (
                "at n the sum has the terms 1, a, ..., a^n: how many are these?",
                np.where(inside, (1 - power) / (1 - a), truth),
            ),
            (
                "what do 1, a, ..., a^n sum to? Something divides the difference.",
                np.where(inside, 1 - a * power, truth),
            ),
            (
                "what do 1, a, ..., a^n sum to? Something divides the difference.",
                (1 - a) * truth,
            ),
            ("to which index does the first entry of np.convolve belong?", aligned),
            ("there are L ones: the last is at n = L - 1.", boxcar_exp(n, L + 1, a)),
            ("there are L ones: the first is at n = 0.", boxcar_exp(n, L - 1, a)),
            *(
                (early if s == L - 1 else moved, boxcar_exp(n + s, L, a))
                for s in range(-20, 21)
                if s
            ),
        ],
    )


def delay_hint(n: Index, L: int, a: float, N: int, seen: Array) -> str | None:
    """Recognise a mistake in the output for a delayed boxcar."""
    truth = boxcar_exp(n, L, a)
    backwards = (
        "a delay moves a signal to later indices, not to earlier ones.",
        boxcar_exp(n + N, L, a),
    )
    unsigned = (
        "a negative N is an advance: the output moves to earlier indices.",
        boxcar_exp(n - abs(N), L, a),
    )
    return recognise(
        seen,
        [
            unsigned if N < 0 else backwards,  # for N < 0 they leave the same
            ("the input was delayed, so why should the output stay?", truth),
            (
                "what leaves the array at one end must not come back in at the other.",
                np.roll(truth, N),
            ),
            ("the delay here is N, whatever its value.", boxcar_exp(n - 5, L, a)),
            (
                "only the input is delayed; the filter stays as it is.",
                boxcar_exp(n - 2 * N, L, a),
            ),
        ],
    )


# --- convolution in two dimensions ----------------------------------------------


def convolve_valid(x: npt.ArrayLike, h: npt.ArrayLike) -> Array:
    """Convolve, with the flip, where the kernel lies inside x.

    Args:
        x: shape (H, W).
        h: shape (K, M).

    Returns:
        shape (H - K + 1, W - M + 1).

    """
    return conv2d_true(x, h, 1, 0)


def conv2d_true(x: npt.ArrayLike, h: npt.ArrayLike, stride: int, pad: int) -> Array:
    """Convolve, with the flip, after padding with zeros.

    Args:
        x: shape (H, W).
        h: shape (K, M).
        stride: step in both directions.
        pad: zeros on each of the four sides.

    Returns:
        shape (floor((H + 2 pad - K) / stride) + 1, the same for W and M).

    """
    return _correlated(x, np.rot90(np.asarray(h), 2), stride, pad)


def _correlated(x: npt.ArrayLike, h: npt.ArrayLike, stride: int, pad: int) -> Array:
    image, kernel = (np.array(array, dtype=np.float64) for array in (x, h))
    return layer(np.pad(image, pad), kernel)[::stride, ::stride]


def convolution_hint(
    x: Array, h: Array, stride: int, pad: int, seen: Array
) -> str | None:
    """Recognise a mistake of a convolution by its numbers or by its shape."""
    K, M = h.shape
    full = (x.shape[0] + 2 * pad + K - 1, x.shape[1] + 2 * pad + M - 1)
    if stride == 1 and seen.shape == full:
        return "keep only the places where the whole kernel lies inside."
    up = tuple(
        -(-(size + 2 * pad - k) // stride) + 1
        for size, k in zip(x.shape, h.shape, strict=True)
    )
    truth = conv2d_true(x, h, stride, pad)
    if seen.shape == up != truth.shape:
        return "a last step that would leave the padded image is not taken: round down."
    if 0 in seen.shape:
        return "print x and the padded array: a slice that ends at `-0` is empty."
    if seen.shape == truth[:-1, :-1].shape:
        return "count the outputs again: where does the + 1 come from?"
    if seen.shape == truth.shape:
        for cut in (np.s_[:, -1], np.s_[-1]):
            less = truth.copy()
            less[cut] = 0
            if equal(seen, less):
                return "the last row or column stays empty: how far do your loops go?"
    mistakes = [
        (
            "that is correlation: which of the two is flipped in a convolution?",
            _correlated(x, h, stride, pad),
        ),
        (
            "the kernel is flipped along one axis only; an image has two.",
            _correlated(x, h[::-1], stride, pad),
        ),
        (
            "the kernel is flipped along one axis only; an image has two.",
            _correlated(x, h[:, ::-1], stride, pad),
        ),
        *_transposed_mistakes(x, h, stride, pad),
        ("the values lost their fractions on the way out.", np.trunc(truth)),
        *_padding_mistakes(x, h, stride, pad),
    ]
    return recognise(seen, mistakes, rtol=1e-5)


def _transposed_mistakes(
    x: Array, h: Array, stride: int, pad: int
) -> list[tuple[str, Array]]:
    transposed = "to transpose is not to flip: rows became columns."
    quarter = "the flip is half a turn, not a quarter."
    turned = [(transposed, h.T), (transposed, h.T[::-1, ::-1])]
    turned += [(quarter, np.rot90(h)), (quarter, np.rot90(h, 3))]
    room = min(x.shape) + 2 * pad
    return [
        (hint, _correlated(x, kernel, stride, pad))
        for hint, kernel in turned
        if max(h.shape) <= room
    ]


def _padding_mistakes(
    x: Array, h: Array, stride: int, pad: int
) -> list[tuple[str, Array]]:
    dense, late = conv2d_true(x, h, 1, pad), slice(stride - 1, None, stride)
    both = "the stride counts in both directions."
    mistakes = [
        ("count the steps from the first output, index 0.", dense[late, late]),
        (both, dense[::stride]),
        (both, dense[:, ::stride]),
    ]
    thin = x[::stride, ::stride]
    if all(size + 2 * pad >= k for size, k in zip(thin.shape, h.shape, strict=True)):
        hint = "pad first, take steps at the end: pixels are lost before the sum."
        mistakes.append((hint, conv2d_true(thin, h, 1, pad)))
    if pad != 1:
        none = "with a pad of 0 nothing is added around the image."
        other = "pad is an argument: is it fixed to 1 somewhere?"
        mistakes.append((other if pad else none, conv2d_true(x, h, stride, 1)))
    if pad:
        four = "each of the four sides gets its zeros."
        for sides in ((pad, 0), (0, pad)):
            framed = _padded(x, sides, "constant")
            mistakes.append((four, conv2d_true(framed, h, stride, 0)))
    hint = "the padding here is made of zeros."
    for mode in MODES[1:]:
        mistakes.append((hint, conv2d_true(_padded(x, pad, mode), h, stride, 0)))
    return mistakes


# --- filters for images -----------------------------------------------------------


def averaging_filtering(image: npt.ArrayLike, n: int) -> Array:
    """Average n x n pixels around each pixel, gathered by index.

    Args:
        image: shape (H, W), any real type.
        n: the window takes rows m - (n - 1) // 2 to m + n // 2, and columns likewise.

    Returns:
        shape (H, W); beyond the border the image is mirrored, the edge repeated.

    """
    reach = range(-((n - 1) // 2), n // 2 + 1)
    return _gathered(image, {(i, j): 1 / n**2 for i in reach for j in reach})


def edge_detecting(image: npt.ArrayLike) -> Array:
    """Add the second differences along both axes, gathered by index.

    Args:
        image: shape (H, W), any real type.

    Returns:
        shape (H, W); beyond the border the image is mirrored, the edge repeated.

    """
    weights: Offsets = {(1, 0): 1, (-1, 0): 1, (0, 1): 1, (0, -1): 1, (0, 0): -4}
    return _gathered(image, weights)


def _gathered(image: npt.ArrayLike, weights: Offsets) -> Array:
    array = np.array(image, dtype=np.float64)
    out = np.zeros_like(array)
    for (down, right), weight in weights.items():
        rows, columns = (
            _mirrored(np.arange(size) + step, size)
            for size, step in zip(array.shape, (down, right), strict=True)
        )
        out += weight * array[np.ix_(rows, columns)]
    return out


def _mirrored(index: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    inside = index % (2 * size)
    return np.where(inside < size, inside, 2 * size - 1 - inside)


def _bordered(
    image: npt.ArrayLike, kernel: npt.ArrayLike, sides: tuple[int, int], mode: Mode
) -> Array:
    return convolve_valid(_padded(image, sides, mode), kernel)


def _padded(image: npt.ArrayLike, sides: int | tuple[int, int], mode: Mode) -> Array:
    return np.pad(np.asarray(image, dtype=np.float64), sides, mode=mode)


def _border_mistakes(
    image: npt.ArrayLike, kernel: npt.ArrayLike, sides: tuple[int, int]
) -> list[tuple[str, Array]]:
    return [
        (
            "zeros beyond the border are black pixels that nobody saw.",
            _bordered(image, kernel, sides, "constant"),
        ),
        (
            "beyond the border whole rows are mirrored, not the last one repeated.",
            _bordered(image, kernel, sides, "edge"),
        ),
        (
            "the mirror stands beyond the last pixel, so that this pixel comes twice: "
            "look up which mode NumPy calls that.",
            _bordered(image, kernel, sides, "reflect"),
        ),
        (
            "the image does not go round: its left side is no neighbour of its right.",
            _bordered(image, kernel, sides, "wrap"),
        ),
    ]


def averaging_hint(image: npt.ArrayLike, n: int, seen: Array) -> str | None:
    """Recognise a mistake of the averaging filter."""
    truth, given = averaging_filtering(image, n), np.asarray(image)
    kernel, sides = np.full((n, n), 1 / n**2), ((n - 1) // 2, n // 2)
    if seen.shape == truth[: truth.shape[1], : truth.shape[0]].shape != truth.shape:
        return "an image has H rows first, then W columns: which is which?"
    if n % 2 == 0 and seen.shape == tuple(size + 1 for size in truth.shape):
        return "an even window reaches less far to one side: how much padding is that?"
    if seen.shape == tuple(size - n + 1 for size in truth.shape):
        return "the output is as large as the image: what lies beyond the border?"
    mistakes = [
        ("the weights of an average sum to 1; yours sum to more.", truth * n**2),
        ("count the pixels of the window: rows times columns.", truth * n),
        ("the window should follow n.", averaging_filtering(image, 3)),
        (
            "for even n, on which side does the window reach one pixel further?",
            _bordered(image, kernel, sides[::-1], "symmetric"),
        ),
        *_border_mistakes(image, kernel, sides),
    ]
    if given.dtype == np.uint8:
        mistakes += [
            ("a byte starts again at 0 after 255.", np.rint(truth * n**2) % 256 / n**2),
            ("a mean of bytes is rarely a whole number.", np.floor(truth + 1e-9)),
            ("a mean of bytes is rarely a whole number.", np.rint(truth)),
        ]
    return recognise(seen, mistakes, rtol=1e-5)


def edge_hint(image: npt.ArrayLike, seen: Array) -> str | None:
    """Recognise a mistake of the edge detector."""
    truth = edge_detecting(image)
    array = np.asarray(image, dtype=np.float64)
    mask, around = [[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.ones((3, 3))
    around[1, 1] = -8
    across, along = [[1, -2, 1]], [[1], [-2], [1]]
    one_way = "the image bends in two directions: add both second differences."
    signs = "both signs carry information: a dark and a bright side of the edge."
    if seen.shape == tuple(size - 2 for size in truth.shape):
        return "the output is as large as the image: what lies beyond the border?"
    slopes = []
    for smooth in ([1, 2, 1], [1, 1, 1], [0, 1, 0]):
        slope = np.outer([-1, 0, 1], smooth)
        for side in (slope, -slope, slope.T, -slope.T):
            text = "that is the slope itself; a ramp has a slope and no edge."
            slopes.append((text, _bordered(array, side, (1, 1), "symmetric")))
    return recognise(
        seen,
        [
            ("the second difference is negative at the top of a hill.", -truth),
            (
                "two second differences touch four neighbours, not the corners.",
                _bordered(array, around, (1, 1), "symmetric"),
            ),
            (one_way, _bordered(array, across, (1, 1), "symmetric")[1:-1]),
            (one_way, _bordered(array, along, (1, 1), "symmetric")[:, 1:-1]),
            (signs, np.abs(truth)),
            (signs, np.clip(truth, 0, 255)),
            ("a byte is never negative, and restarts at 0 after 255.", truth % 256),
            ("the values lost their fractions.", edge_detecting(np.trunc(array))),
            *_border_mistakes(array, mask, (1, 1)),
            *slopes,
        ],
        rtol=1e-5,
    )
