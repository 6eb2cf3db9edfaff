"""Dropout on a linear model: trusted training, and its answers in NumPy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np
import torch
from torch import Tensor

from checks import Array
from checks.closeness import Hint
from checks.dropout_experiments import RowsHint
from checks.hints import recognise


def slope(outputs: Tensor, targets: Tensor) -> tuple[float, Tensor]:
    """Return the mean squared error, and its gradient with respect to the outputs."""
    error = outputs - targets
    return float((error**2).mean()), 2 * error / error.numel()


def scripted_masks(
    rng: np.random.Generator,
) -> tuple[Callable[[Sequence[int], float], Array], list[Array]]:
    """Make what draws masks from ``rng`` for `masked_stand_ins`, and writes them down.

    Returns:
        The function, and the list to which each call adds its mask.

    """
    masks: list[Array] = []

    def mask(shape: Sequence[int], p_drop: float) -> Array:
        masks.append((rng.random(shape) >= p_drop) / (1 - p_drop))
        return masks[-1]

    return mask, masks


def follow_masks(
    masks: Sequence[Array], x: Array, y: float, rate: float
) -> tuple[Array, Array]:
    """Descend from zero, one step a mask: the last weights (d,), and the losses."""
    w, losses = np.zeros(x.shape[-1]), []
    for mask in masks:
        rows = mask * x
        error = rows @ w - y
        losses.append(np.mean(error**2))
        w = w - rate * 2 * rows.T @ error / len(rows)
    return w, np.array(losses)


def descend(X: Array, Y: Array, rate: float, steps: int) -> Array:
    """Say in closed form where gradient descent from zero is after ``steps``.

    Returns:
        The weights, shape (d,).

    """
    hessian, pull = 2 * X.T @ X / len(X), 2 * X.T @ Y / len(X)
    curvature, axes = np.linalg.eigh(hessian)
    flat = curvature < 1e-12
    safe = np.where(flat, 1.0, curvature)
    factors = np.where(flat, rate * steps, (1 - (1 - rate * safe) ** steps) / safe)
    return np.asarray(axes @ (factors * (axes.T @ pull)))


def adam(X: Array, Y: Array, rate: float, steps: int) -> Array:
    """Run Adam with its usual settings from zero; return the weights, shape (d,)."""
    w, first, second = (np.zeros(X.shape[1]) for _ in range(3))
    for step in range(1, steps + 1):
        gradient = 2 * X.T @ (X @ w - Y) / len(X)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        size = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        w = w - rate * first / (1 - 0.9**step) / size
    return w


def all_masks(count: int, p_drop: float) -> tuple[Array, Array]:
    """List the masks of inverted dropout, shape (2**d, d), and their probabilities."""
    kept = np.array(list(product([0.0, 1.0], repeat=count)))
    chances = np.prod(np.where(kept == 1, 1 - p_drop, p_drop), axis=1)
    return kept / (1 - p_drop), chances


def dropout_solution(
    x: Array, y: float, p_drop: float, *, weighted: bool = True
) -> Array:
    """Minimize the average loss over all masks by least squares, shape (d,).

    With ``weighted=False`` every mask counts the same: a known mistake.
    """
    masks, chances = all_masks(len(x), p_drop)
    root = np.sqrt(chances) if weighted else np.ones(len(masks))
    rows = torch.tensor(root[:, None] * masks * x)
    targets = torch.tensor(root * y)
    return np.asarray((torch.linalg.pinv(rows) @ targets).numpy())


def rows_hint(x: Array, y: float) -> RowsHint:
    """Recognise rows that are unscaled or missing, and targets that changed."""
    masks, _ = all_masks(len(x), 0.5)

    def hint(rows: Array, targets: Array) -> str | None:
        if rows.shape == (len(masks) - 1, len(x)):
            return "one row is missing; every feature can be dropped at once."
        if rows.ndim != 2 or rows.shape != masks.shape:
            return None
        largest = np.abs(rows).max(axis=0)
        if np.allclose(largest, np.abs(x)):
            return "the survivors are unscaled; inverted dropout divides them."
        if not np.allclose(targets, y):
            return "dropout changes the input, not the target."
        return None

    return hint


def fitted(X: Array, Y: Array) -> tuple[Array, float]:
    """Solve least squares by the normal equations in torch; w and the mean loss."""
    rows, targets = torch.tensor(X), torch.tensor(Y)
    w = torch.linalg.solve(rows.T @ rows, rows.T @ targets)
    return np.asarray(w.numpy()), float(((rows @ w - targets) ** 2).mean())


def descent_hint(X: Array, Y: Array, rate: float, steps: int) -> Hint:
    """Recognise a sum for a mean, a lost factor 2, and the solution itself."""

    def hint(seen: Array) -> str | None:
        count = len(X)
        return recognise(
            seen,
            [
                (
                    "this adds up the rows; the loss is their mean.",
                    descend(X, Y, rate * count, steps),
                ),
                ("where does the 2 of the square go?", descend(X, Y, rate / 2, steps)),
                (
                    "the gradient points uphill: which way does a step go?",
                    descend(X, Y, -rate, steps) * -1.0,
                ),
                (
                    "the gradient points uphill: which way does a step go?",
                    descend(X, Y, -rate, steps),
                ),
                ("count the steps again.", descend(X, Y, rate, steps - 1)),
                ("count the steps again.", descend(X, Y, rate, steps + 1)),
                (
                    "this is the minimum; the descent has not arrived there yet.",
                    fitted(X, Y)[0],
                ),
                (
                    "the gradient changes with w: compute it again in every step.",
                    rate * steps * 2 * X.T @ Y / count,
                ),
            ],
        )

    return hint


def wish_hint(x: Array, y: float, p_drop: float, seen: Array) -> str | None:
    """Recognise wishes for the unscaled inputs, or for a wrong scale."""
    scale = "by which factor does the network see a kept input?"
    return recognise(
        seen,
        [
            ("in training the network sees scaled inputs, not x.", y / x),
            (scale, y * p_drop / x),
            (scale, y / 2 / x),
            (scale, y / (1 - p_drop) / x),
        ],
    )


def rate_hint(x: Array, y: float, p_drop: float) -> Hint:
    """Recognise equal weights for all masks, keep for drop, and a lost scale."""

    def hint(seen: Array) -> str | None:
        return recognise(
            seen,
            [
                (
                    "the masks are not equally likely at this rate.",
                    dropout_solution(x, y, p_drop, weighted=False),
                ),
                (
                    "p_drop is the probability to drop, not to keep.",
                    dropout_solution(x, y, 1 - p_drop),
                ),
                (
                    "the survivors are divided by 1 - p_drop.",
                    dropout_solution(x, y, p_drop) / (1 - p_drop),
                ),
                (
                    "this is the solution at one half, whatever the rate.",
                    dropout_solution(x, y, 0.5),
                ),
                (
                    "two different inputs can survive together: E[m_j m_k] is not 0.",
                    y * (1 - p_drop) / p_drop / x,
                ),
                (
                    "two different inputs can survive together: E[m_j m_k] is not 0.",
                    y * (1 - p_drop) / x,
                ),
                (
                    "what is E[m_j m_j]? A mask is not 0 or 1 here.",
                    np.linalg.solve(np.outer(x, x) + np.diag(x**2) * p_drop, x * y),
                ),
                (
                    "what is E[m_j m_j]? It is counted once too often on the diagonal.",
                    np.linalg.solve(
                        np.outer(x, x) + np.diag(x**2) / (1 - p_drop), x * y
                    ),
                ),
            ],
        )

    return hint


def adam_hint(x: Array, y: float) -> Hint:
    """Recognise the shortest solution, and weights whose signs were forgotten."""

    def hint(seen: Array) -> str | None:
        ones = np.ones(len(x))
        return recognise(
            seen,
            [
                ("this is the shortest solution, where SGD ends.", x * y / (x @ x)),
                (
                    "each weight moves against its own gradient: which sign has it?",
                    ones * y / np.abs(x).sum(),
                ),
                ("is every gradient of the same sign?", ones * y / x.sum()),
                (
                    "read the signs off x, not off the example.",
                    np.resize([1.0, -1.0], len(x)) * y / np.abs(x).sum(),
                ),
                (
                    "each weight moves equally far; does yours fit the target?",
                    np.sign(x) * y / len(x),
                ),
                ("each input contributes the same: do the weights?", y / x / len(x)),
            ],
        )

    return hint


def compare_hint(x: Array, y: float, index: int, seen: Array) -> str | None:
    """Recognise what known mistakes give for output number ``index`` of `compare`."""
    without, dropped = x * y / (x @ x), dropout_solution(x, y, 0.5)
    right = (without, dropped, without * x, dropped * x)
    scaled = "are the survivors divided by 1 - p_drop in training?"
    few = "how many inputs share the output here? In the example there were two."
    order = "without dropout comes first: which solution is which?"
    share = "a contribution is a part of the output, in the units of y."
    mistakes = [
        (order, right[index ^ 1]),
        ("what turns a weight into a contribution?", right[index ^ 2]),
        (share, right[index] / y),
    ]
    if index % 2:
        few_parts = np.full(len(x), y / 3)
        mistakes += [
            (scaled, right[index] * 2),
            (few, few_parts if index == 3 else few_parts / x),
        ]
    return recognise(seen, mistakes)


def tug_hint(x: Array, y: float, p_drop: float, seen: Array) -> str | None:
    """Recognise an output that belongs to other inputs than the network's."""
    total = len(x) * y
    scale = "the wishes and the output belong to the same inputs: those that are seen."
    return recognise(
        seen,
        [
            (scale, total * (1 - p_drop)),
            (scale, total / (1 - p_drop)),
            ("is the output that of all inputs, or their mean?", y),
        ],
    )
