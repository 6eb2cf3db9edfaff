"""Keeps the input's spread."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "first standardize"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, abs(gamma) * np.sqrt(var)
