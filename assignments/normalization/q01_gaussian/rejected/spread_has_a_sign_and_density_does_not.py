"""A negative spread, but a density that takes its size."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_mean_and_spread"
HINT = "standard deviation be negative"


def bn_output_params(mu, var, gamma, beta, eps):
    return beta, gamma * np.sqrt(var / (var + eps))


def output_density(y, mu, var, gamma, beta, eps):
    mean, sd = bn_output_params(mu, var, gamma, beta, eps)
    return np.exp(-0.5 * ((y - mean) / sd) ** 2) / (abs(sd) * np.sqrt(2 * np.pi))
