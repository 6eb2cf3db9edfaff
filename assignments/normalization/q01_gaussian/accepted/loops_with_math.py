"""The math module, one point at a time."""

import math


def bn_output_params(mu, var, gamma, beta, eps):
    slope = gamma / math.sqrt(var + eps)
    return slope * (mu - mu) + beta, math.sqrt(slope * slope * var)


def output_density(y, mu, var, gamma, beta, eps):
    mean, sd = bn_output_params(mu, var, gamma, beta, eps)
    out = []
    for point in y:
        z = (point - mean) / sd
        out.append(math.exp(-z * z / 2) / (sd * math.sqrt(2 * math.pi)))
    return out
