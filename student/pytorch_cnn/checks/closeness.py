from __future__ import annotations

from collections.abc import Callable
from numbers import Real

import numpy as np
import numpy.typing as npt

from checks import home

Array = npt.NDArray[np.float64]
Hint = str | Callable[[Array], str | None] | None

RTOL = 1e-7
"""Correct float64 code differs by less than 1e-14; a misplaced eps by more."""
ATOL = 1e-9


def assert_close(
    value,
    expected,
    *,
    name,
    rtol = RTOL,
    atol = ATOL,
    hint = None,
):
    truth = np.asarray(expected, dtype=np.float64)
    if not np.isfinite(truth).all():
        raise ValueError(f"What {name} is compared with is not finite.")
    array = assert_array(value, truth.shape, name=name, hint=hint)
    allowed = atol + rtol * float(np.max(np.abs(truth), initial=0.0))
    error = np.abs(array - truth)
    if error.size and float(error.max()) > allowed:
        place = np.unravel_index(int(error.argmax()), error.shape)
        at = f" at index {tuple(int(i) for i in place)}" if place else ""
        shown = (
            f" It got {array[place]:.6g}, should be {truth[place]:.6g}."
            if home.AT_HOME
            else ""
        )
        text = f"{name} is off by {error.max():.2g}{at} (allowed {allowed:.1g}).{shown}"
        raise _complaint(text, hint, array)
    return array


def assert_array(
    value, shape, *, name, hint = None
):
    array = as_numbers(value, name=name)
    if array.shape != shape:
        text = f"{name} has shape {array.shape}, but should have shape {shape}."
        raise _complaint(text, hint, array)
    if not np.isfinite(array).all():
        what = "nan" if np.isnan(array).any() else "inf"
        place = np.argwhere(~np.isfinite(array))[0]
        at = f" at index {tuple(int(i) for i in place)}" if place.size else ""
        raise _complaint(f"{name} contains {what}{at}.", hint, array)
    return array


OTHERS = {"U": "texts", "S": "bytes", "O": "objects"}


def as_numbers(value, *, name):
    if value is None or value is ...:
        raise AssertionError(_not_there(name, value))
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    try:
        array = np.asarray(value)
    except (TypeError, ValueError, RuntimeError) as error:
        raise AssertionError(f"{name} is not an array of numbers: {error}.") from error
    if array.dtype.kind == "O" and all(isinstance(n, Real) for n in array.flat):
        array = array.astype(np.float64)
    if array.dtype.kind not in "biuf":
        kind = f"a {type(value).__name__}"
        if array.dtype.kind == "c":
            kind = "complex. Take the real part, if that is what you mean"
        elif isinstance(value, np.ndarray):
            kind = f"an array of {OTHERS.get(array.dtype.kind, array.dtype.name)}"
        raise AssertionError(f"{name} should hold numbers, but is {kind}.")
    return array.astype(np.float64)


def _not_there(what, value):
    if value is ...:
        return f"{what} is still `...`: write yours in its place."
    return f"{what} is None: it is not set, or a function returns nothing."


def _complaint(text, hint, array):
    try:
        raise AssertionError(text)
    except AssertionError:
        found = hint(array) if callable(hint) else hint
    return AssertionError(f"{text} Hint: {found}" if found else text)
