from __future__ import annotations


import numpy as np

from checks.answers import Function
from checks.closeness import assert_array
from checks.hints import equal, recognise

ROUNDING = 1e-6
"""Whole numbers may come as floats, and ratios of them with an error of rounding."""


def assert_counts(
    value, truth, *, name, mistakes = ()
):
    expected = np.asarray(truth, dtype=np.float64)

    def hint(seen):
        return recognise(seen, mistakes, rtol=1e-12)

    array = assert_array(value, expected.shape, name=name, hint=hint)
    error = np.abs(array - expected)
    if float(error.max(initial=0.0)) > ROUNDING:
        place = np.unravel_index(int(error.argmax()), error.shape)
        at = f" at index {int(place[0])}" if place else ""
        found = hint(array)
        raise AssertionError(
            f"{name}: your number{at} is off by {error.max():.12g}."
            + (f" Hint: {found}" if found else "")
        )


def filter_hint(x, y, found):
    if found.ndim != 1 or len(found) != len(x) - len(y) + 1:
        return None
    if equal(np.correlate(x, found[::-1], "valid"), y):
        return "the filter slides without being flipped here; yours is back to front."
    if equal(np.correlate(x, found, "valid"), y[::-1]):
        return "your filter gives the outputs in reverse order."
    if equal(np.correlate(x, found[::-1], "valid"), y[::-1]):
        return "your filter is back to front, and so are its outputs."
    if equal(found * x[: len(found)], y[: len(found)]):
        return "an output is a sum over the whole window, not one product."
    if equal(np.correlate(x, y, "valid"), found):
        return "the windows times the filter give y: a transpose does not undo that."
    if equal(np.correlate(x, y, "valid")[::-1], found):
        return "the windows times the filter give y: a transpose does not undo that."
    return None


def stand_ins(env, *names):
    return {n: STAND_INS[n](Function(n, env.names.get(n))) for n in names}


def _counted_params(own):
    def conv_params(
        c_in, c_out, kernel, bias = True
    ):
        weights = WEIGHTS.get((c_in, c_out, *kernel))
        if weights is None:
            return own(c_in, c_out, kernel, bias)
        return weights, c_out if bias else 0

    return conv_params


def _kept_shape(own):
    def conv_shape(
        shape, filters, kernel, stride, pad
    ):
        keeps = (kernel, stride, pad) == (3, 1, 1)
        return (
            (filters, *shape[1:]) if keeps else own(shape, filters, kernel, stride, pad)
        )

    return conv_shape


def _halved_shape(own):
    def pool_shape(shape, window, stride):
        known = (*shape, window, stride) == (10, 28, 28, 2, 2)
        return (10, 14, 14) if known else own(shape, window, stride)

    return pool_shape


def _two_rows(own):
    def toeplitz_matrix(h, D):
        if (len(h), D) != (2, 3):
            return own(h, D)
        return np.array([[h[1], h[0], 0], [0, h[1], h[0]]])

    return toeplitz_matrix


def _single_place(own):
    def conv1d_matrix(w, length):
        return w.reshape(len(w), -1) if w.shape[2] == length else own(w, length)

    return conv1d_matrix


WEIGHTS: dict[tuple[int, ...], int] = {
    (1, 1, 3, 3): 9,
    (1, 4, 1, 1): 4,
    (1, 1, 1, 1): 1,
    (1, 2, 1, 1): 2,
    (1, 10, 3, 3): 90,
    (10, 10, 3, 3): 900,
    (490, 3, 1, 1): 1470,
}
STAND_INS = {
    "conv_params": _counted_params,
    "conv_shape": _kept_shape,
    "pool_shape": _halved_shape,
    "toeplitz_matrix": _two_rows,
    "conv1d_matrix": _single_place,
}
