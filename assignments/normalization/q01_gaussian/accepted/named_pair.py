"""Names the two numbers, and hands them on by their names."""

from collections import namedtuple

Bell = namedtuple("Bell", ["mean", "sd"])


def bn_output_params(mu, var, gamma, beta, eps=1e-5, verbose=False):
    sd = np.sqrt(gamma**2 * var / (var + eps))
    return Bell(mean=beta, sd=sd)


def output_density(y, mu, var, gamma, beta, eps=1e-5):
    bell = bn_output_params(mu, var, gamma, beta, eps, verbose=False)
    exponent = -np.square(y - bell.mean) / 2 / bell.sd**2
    return np.exp(exponent) / np.sqrt(2 * np.pi * bell.sd**2)
