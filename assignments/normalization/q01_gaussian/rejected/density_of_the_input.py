"""Draws the curve of the input again."""

from solution import output_density

CAUGHT_BY = "test_gives_the_density"
HINT = "before batch norm"


def output_density(y, mu, var, gamma, beta, eps):
    return np.exp(-0.5 * (y - mu) ** 2 / var) / np.sqrt(2 * np.pi * var)
