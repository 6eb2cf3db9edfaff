"""Takes gamma for a variance."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "it is no variance"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, np.sqrt(abs(gamma)) * np.sqrt(var / (var + eps))
