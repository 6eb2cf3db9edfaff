from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from checks.answers import Function
from checks.closeness import Array
from checks.hints import recognise


def wide_systems(
    rng: np.random.Generator, rows: tuple[int, ...]
) -> Iterator[tuple[Array, Array]]:
    for n in rows:
        d = n + int(rng.integers(1, 5))
        left, _ = np.linalg.qr(rng.normal(size=(n, n)))
        right, _ = np.linalg.qr(rng.normal(size=(d, n)))
        values = np.linspace(1, 3, n) * rng.uniform(0.9, 1.1, size=n)
        yield left @ (values[:, None] * right.T), rng.normal(size=n)


def shortest(min_norm: Function, X: Array, y: Array) -> Any:
    try:
        return min_norm(X, y)
    except AssertionError as error:
        if "ingular" not in str(error):
            raise
        raise AssertionError(
            f"{error} Hint: which rank has X^T X, and which size? "
            "Which other product of X and X^T has full rank?"
        ) from error


def norm_hint(X: Array, y: Array, w: Array, _: Array) -> str | None:
    ones = np.ones(X.shape[1])
    level = "equal weights are not the shortest: a larger input deserves more."
    if len(y) == 1:
        found = recognise(w, [(level, ones * y / X.sum())])
        if found:
            return found
    if np.allclose(X @ w, y):
        return "your w fits, but it is not the shortest: is it a sum of rows of X?"
    rank = "X^T X has no inverse when there are fewer rows than unknowns."
    if not np.allclose(X @ w, y) and np.abs(w).max() > 1e6:
        return rank
    single = X.T @ (y / (X**2).sum(axis=1))
    found = recognise(
        w,
        [
            ("X^T alone does not undo X; how long are the rows?", X.T @ y),
            ("the rows are not at right angles: solve for all of a at once.", single),
            ("all rows need their own multiplier.", X.T @ y / (X**2).sum()),
        ],
    )
    near = np.allclose(X @ w, y, rtol=0.0, atol=0.05 * float(np.abs(y).max()))
    added = (
        "your w nearly fits: is something added to a matrix, only so that it can "
        "be inverted? Another product of X and X^T needs no such help."
    )
    return found or (added if near else None)
