"""Divides by the variance."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "not the variance"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, abs(gamma) / np.sqrt(var)
