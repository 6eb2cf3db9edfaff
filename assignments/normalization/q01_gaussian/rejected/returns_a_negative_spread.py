"""Forgets that gamma may be negative."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "standard deviation be negative"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, gamma * np.sqrt(var / (var + eps))
