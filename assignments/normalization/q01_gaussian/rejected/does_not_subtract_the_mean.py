"""Divides without centring."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "subtract the mean before you divide"


def bn_output_params(mu, var, gamma, beta, eps):
    return gamma * mu / np.sqrt(var) + beta, abs(gamma) * np.sqrt(var / (var + eps))
