"""Dropout on a linear model: trusted training, and its answers in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from checks import Array


def linear_net(inputs: int) -> nn.Linear:
    """Return one output, no bias, all weights zero."""
    net = nn.Linear(inputs, 1, bias=False)
    nn.init.zeros_(net.weight)
    return net


def train(net: Any, x: Tensor, y: Tensor, optimizer: Any, steps: int) -> list[float]:
    """Take steps on the mean squared error and return the losses before each."""
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(float(loss))
    return losses


def scripted_dropout(rng: np.random.Generator) -> tuple[type[nn.Module], list[Array]]:
    """Make a Dropout whose masks come from ``rng`` and are written down.

    Returns:
        The class, and the list to which each call in training adds its mask.

    """
    masks: list[Array] = []

    class Dropout(nn.Module):
        def __init__(self, p_drop: float) -> None:
            super().__init__()
            self.p_drop = float(p_drop)

        def forward(self, x: Tensor) -> Tensor:
            if not self.training:
                return x
            masks.append((rng.random(x.shape) >= self.p_drop) / (1 - self.p_drop))
            return x * torch.tensor(masks[-1], dtype=x.dtype)

    return Dropout, masks


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
