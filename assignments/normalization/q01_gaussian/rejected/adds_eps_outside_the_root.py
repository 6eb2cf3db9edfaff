"""Adds eps to the standard deviation."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "eps stands under the root"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, abs(gamma) * np.sqrt(var) / (np.sqrt(var) + eps)
