"""The bell without the factor one over the spread."""

from solution import output_density

CAUGHT_BY = "test_gives_the_density"
HINT = "a wide curve must be low"
TRUE = ("what stands in front of the exponential",)


def output_density(y, mu, var, gamma, beta, eps):
    mean, sd = bn_output_params(mu, var, gamma, beta, eps)
    return np.exp(-0.5 * ((y - mean) / sd) ** 2) / np.sqrt(2 * np.pi)
