"""Cases for questions about what a layer does to a Gaussian: drawn at random."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checks.closeness import Array


@dataclass(frozen=True)
class GaussianCase:
    """A one-dimensional Gaussian and the settings of a batch-norm layer."""

    mu: float
    var: float
    gamma: float
    beta: float
    eps: float

    @property
    def settings(self) -> tuple[float, float, float, float, float]:
        """mu, var, gamma, beta and eps, in the order of the student's functions."""
        return self.mu, self.var, self.gamma, self.beta, self.eps


def gaussian_cases(rng: np.random.Generator) -> list[GaussianCase]:
    """Draw six cases: gamma of both signs, small and large var, eps up to 0.1."""
    return [
        GaussianCase(
            mu=float(rng.uniform(0.5, 3.0) * rng.choice([-1, 1])),
            var=float(rng.uniform(*((0.2, 0.6), (2.0, 4.0))[index % 2])),
            gamma=float(rng.uniform(1.5, 3.0) * (1, 1, -1)[index % 3]),
            beta=float(rng.uniform(0.5, 3.0) * rng.choice([-1, 1])),
            eps=(0.1, 0.01, 0.05)[index % 3],
        )
        for index in range(6)
    ]


def covariance_cases(
    rng: np.random.Generator, *, sizes: tuple[int, ...] = (2, 3, 4)
) -> list[tuple[Array, Array]]:
    """Draw a mean (D,) and a covariance (D, D) for each D in ``sizes``.

    Neighbouring features are clearly correlated, and no variance is close to 1.
    """
    cases = []
    for size in sizes:
        spread = rng.uniform(1.3, 2.5, size) ** rng.choice([-1.0, 1.0], size)
        rho = rng.uniform(0.4, 0.8) * rng.choice([-1.0, 1.0])
        gap = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
        mean = rng.uniform(0.5, 3.0, size) * rng.choice([-1.0, 1.0], size)
        cases.append((mean, np.outer(spread, spread) * rho**gap))
    return cases


def exact_batch(
    mean: Array, cov: Array, rng: np.random.Generator, *, rows: int = 40
) -> Array:
    """Draw a batch whose own mean and biased covariance are exactly the given ones.

    Args:
        mean: shape (D,).
        cov: shape (D, D), symmetric and positive definite.
        rng: where the rows come from.
        rows: how many, more than D.

    Returns:
        The batch, shape (rows, D).

    """
    noise = rng.normal(size=(rows, len(mean)))
    noise -= noise.mean(axis=0)
    own = np.linalg.cholesky(noise.T @ noise / rows)
    white = np.linalg.solve(own, noise.T).T
    return np.asarray(mean + white @ np.linalg.cholesky(cov).T)
