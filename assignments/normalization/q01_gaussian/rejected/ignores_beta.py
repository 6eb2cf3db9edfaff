"""Leaves beta out."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "which of the two parameters shifts"


def bn_output_params(mu, var, gamma, beta, eps):
    return 0.0, abs(gamma) * np.sqrt(var / (var + eps))
