"""Divides by gamma, which may be negative."""

from solution import output_density

CAUGHT_BY = "test_gives_the_density"
HINT = "never negative"


def output_density(y, mu, var, gamma, beta, eps):
    sd = gamma * np.sqrt(var / (var + eps))
    return np.exp(-0.5 * ((y - beta) / sd) ** 2) / (sd * np.sqrt(2 * np.pi))
