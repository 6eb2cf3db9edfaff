"""What a right `min_norm` must do: solve every system, and stay in the row space."""

from functools import partial

import numpy as np

from checks import Function, assert_array, assert_close, hidden, public, random_cases
from checks.least_squares import norm_hint, shortest, wide_systems


@public(points=2)
def test_solves_a_worked_example(min_norm: Function) -> None:
    """min_norm should solve the system 4 w1 = 8 with the shortest vector."""
    w = shortest(min_norm, np.array([[4.0, 0.0]]), np.array([8.0]))
    assert_close(w, [2.0, 0.0], name="w")


@hidden(points=3)
def test_fits_every_row(min_norm: Function) -> None:
    """min_norm should return a w with X w = y for any independent rows."""
    for X, y in wide_systems(random_cases("fits"), rows=(2, 3, 5)):
        w = assert_array(shortest(min_norm, X, y), (X.shape[1],), name="w")
        assert_close(X @ w, y, name="X w", hint=partial(norm_hint, X, y, w))


@hidden(points=3)
def test_stays_in_the_row_space(min_norm: Function) -> None:
    """min_norm should return a combination of the rows of X."""
    for X, y in wide_systems(random_cases("row space"), rows=(1, 2, 4)):
        w = assert_array(shortest(min_norm, X, y), (X.shape[1],), name="w")
        basis, _ = np.linalg.qr(X.T)
        outside = w - basis @ (basis.T @ w)
        assert_close(
            outside,
            np.zeros_like(w),
            name="the part of w at right angles to all rows of X",
            hint=partial(norm_hint, X, y, w),
        )
        assert w.any(), "w is 0, and so is X w, but y is not."
        assert_close(
            shortest(min_norm, X, 3 * y),
            3 * w,
            name="w for three times the y",
            hint="with y, w grows as well.",
        )
