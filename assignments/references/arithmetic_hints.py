"""Recognise what went wrong in a matrix, a gradient or a transposed convolution.

Every hint compares a wrong array with the one that a known mistake gives.
"""

from __future__ import annotations

import numpy as np

from checks import Array
from checks.hints import recognise
from references.arithmetic import conv1d, conv1d_matrix, conv_transpose2d

COLUMNS = "how many columns belong to each input channel?"
ORDER = "the channels stand one after the other, they do not alternate."


def channel_matrix_hint(w: Array, length: int, seen: Array) -> str | None:
    """Name the mistake in the matrix of a 1-D convolution with channels.

    Args:
        w: (C_out, C_in, K).
        length: entries of each input channel.
        seen: the wrong matrix.

    """
    c_out, c_in, size = w.shape
    A = conv1d_matrix(w, length)
    places = length - size + 1
    blocks = A.reshape(c_out, places, c_in, length)
    slipped = blocks.copy()
    slipped[:, 1:] = blocks[-1:, 1:]
    return recognise(
        seen,
        [
            (
                "all rows of one output channel hold the same filter, shifted.",
                slipped.reshape(A.shape),
            ),
            ("the kernel is not flipped here.", conv1d_matrix(w[..., ::-1], length)),
            (ORDER, blocks.transpose(0, 1, 3, 2).reshape(A.shape)),
            (ORDER, blocks.transpose(1, 0, 2, 3).reshape(A.shape)),
            (ORDER, blocks.transpose(1, 0, 3, 2).reshape(A.shape)),
            ("one row for each output, one column for each input.", A.T),
            (
                "w[o, i] leads from input channel i to output channel o.",
                conv1d_matrix(w.swapaxes(0, 1), length),
            ),
            *((COLUMNS, _crowded(w, length, step)) for step in (0, 1, size, places)),
        ],
    )


def _crowded(w: Array, length: int, step: int) -> Array:
    """Write the matrix with too little room between the input channels."""
    c_out, c_in, size = w.shape
    places = length - size + 1
    A = np.zeros((c_out, places, c_in * length))
    for place in range(places):
        for channel in range(c_in):
            start = channel * step + place
            A[:, place, start : start + size] = w[:, channel]
    return A.reshape(c_out * places, -1)


def matrix_gradient_hint(A: Array, dy: Array, seen: Array) -> str | None:
    """Name the mistake in the gradient at x of y = A x.

    Args:
        A: (m, n).
        dy: (m,) gradient at y.
        seen: the wrong gradient.

    """
    order = "the order of inputs and outputs stays."
    mistakes = [
        ("no equation is solved here: gradients flow back.", np.linalg.pinv(A) @ dy),
        (order, A[::-1, ::-1].T @ dy),
        (order, A[:, ::-1].T @ dy),
        (order, A[::-1].T @ dy),
    ]
    if A.shape[0] == A.shape[1]:
        mistakes.append(("an input's share stands in its column of A.", A @ dy))
    return recognise(seen, mistakes)


def input_gradient_hint(w: Array, dy: Array, seen: Array) -> str | None:
    """Name the mistake in the gradient at the input of a 1-D convolution.

    Args:
        w: (C_out, C_in, K).
        dy: (C_out, L - K + 1) gradient at the output.
        seen: the wrong gradient.

    """
    ends, swapped = w.shape[2] - 1, w.swapaxes(0, 1)
    channels = "dy comes in by the output channels."
    tries = (
        ("which tap led from the last input to the last output?", ends, swapped),
        (channels, ends, w[..., ::-1]),
        (channels, ends, w),
        (
            "the first input met one output only: how many zeros give that?",
            1,
            swapped[..., ::-1],
        ),
        (
            "the first input met one output only: how many zeros give that?",
            ends + 1,
            swapped[..., ::-1],
        ),
        (
            "the first input met one output only: how many zeros give that?",
            0,
            swapped[..., ::-1],
        ),
        (
            "the channels keep their order; only the kernel turns around.",
            ends,
            swapped[:, ::-1, ::-1],
        ),
        (
            "the channels keep their order; only the kernel turns around.",
            ends,
            swapped[::-1],
        ),
    )
    mistakes = []
    for hint, pad, filters in tries:
        if filters.shape[1] == len(dy) and dy.shape[1] + 2 * pad > ends:
            padded = np.pad(dy, ((0, 0), (pad, pad)))
            mistakes.append((hint, conv1d(padded, filters)))
    one_end = np.pad(dy, ((0, 0), (2 * ends, 0))), np.pad(dy, ((0, 0), (0, 2 * ends)))
    for padded in one_end:
        text = "the last input met one output only, as the first: zeros at both ends."
        mistakes.append((text, conv1d(padded, swapped[..., ::-1])))
    return recognise(seen, mistakes)


def transposed_hint(x: Array, w: Array, stride: int, seen: Array) -> str | None:
    """Name the mistake in a transposed convolution of one channel.

    Args:
        x: (H, W).
        w: (K_H, K_W).
        stride: the same for both axes.
        seen: the wrong output.

    """
    if seen.ndim == 2 and seen.shape[0] < x.shape[0]:
        return "a transposed convolution makes the map larger, not smaller."
    truth = conv_transpose2d(x, w, stride)
    stamps = conv_transpose2d(np.ones_like(x), np.ones_like(w), stride)
    last = np.zeros(truth.shape)
    for i, j in np.ndindex(*x.shape):
        top, left = i * stride, j * stride
        last[top : top + w.shape[0], left : left + w.shape[1]] = x[i, j] * w
    as_it_is = "each stamp is the kernel as it is, not {}."
    found = recognise(
        seen,
        [
            ("where stamps overlap they are added.", last),
            (
                "where stamps overlap they are added, not averaged.",
                truth / np.maximum(stamps, 1),
            ),
            (as_it_is.format("flipped"), conv_transpose2d(x, w[::-1, ::-1], stride)),
            (as_it_is.format("transposed"), conv_transpose2d(x, w.T, stride)),
            ("the stamps stand one stride apart.", conv_transpose2d(x, w, 1)),
        ],
    )
    if found is None and seen.shape == (x.shape[0] * stride, x.shape[1] * stride):
        return "the last stamp needs its kernel, not a whole stride."
    if found is None and seen.shape != truth.shape:
        return "the output ends with the last stamp: where does that stamp begin?"
    return found
