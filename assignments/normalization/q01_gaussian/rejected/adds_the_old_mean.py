"""The old mean plus beta."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "the mean of x_hat"


def bn_output_params(mu, var, gamma, beta, eps):
    return mu + beta, abs(gamma) * np.sqrt(var / (var + eps))
