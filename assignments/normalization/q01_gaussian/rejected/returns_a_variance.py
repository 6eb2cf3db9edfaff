"""Returns the variance of the output."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "its root is asked for"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, gamma**2 * var / (var + eps)
