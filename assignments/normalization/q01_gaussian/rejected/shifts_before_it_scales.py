"""Multiplies beta by gamma."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "beta is added last"


def bn_output_params(mu, var, gamma, beta, eps):
    return gamma * beta, abs(gamma) * np.sqrt(var / (var + eps))
