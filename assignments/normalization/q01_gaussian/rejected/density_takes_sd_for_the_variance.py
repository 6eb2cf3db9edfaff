"""Divides by sd where the variance belongs."""

from solution import bn_output_params

CAUGHT_BY = "test_gives_the_density"
HINT = "stands in the exponent"
TRUE = ("what stands in front of the exponential",)


def output_density(y, mu, var, gamma, beta, eps):
    mean, sd = bn_output_params(mu, var, gamma, beta, eps)
    return np.exp(-((y - mean) ** 2) / (2 * sd)) / (sd * np.sqrt(2 * np.pi))
