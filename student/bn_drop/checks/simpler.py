from __future__ import annotations

from contextlib import contextmanager


def first_that_helps(
    simpler, check
):
    for hint, case in simpler:
        try:
            check(case)
        except AssertionError:
            continue
        return hint
    return None


@contextmanager
def crash_explained(hint):
    try:
        yield
    except AssertionError as complaint:
        cause = complaint.__cause__
        crashed = isinstance(cause, Exception) and not isinstance(cause, NameError)
        found = hint() if crashed and "Hint: " not in str(complaint) else None
        if not found:
            raise
        raise AssertionError(f"{complaint} Hint: {found}") from cause


def fitting(size, kernel, stride, pad = 0):
    places = max(0, (size + 2 * pad - kernel) // stride)
    fits = kernel - 2 * pad + stride * places
    while fits < 1:
        fits += stride
    return fits
