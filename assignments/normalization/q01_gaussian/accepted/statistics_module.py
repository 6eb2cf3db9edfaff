"""Lets the statistics module push the Gaussian through the straight line."""

from statistics import NormalDist


def output(mu, var, gamma, beta, eps):
    return (NormalDist(mu, var**0.5) - mu) * (gamma / (var + eps) ** 0.5) + beta


def bn_output_params(mu, var, gamma, beta, eps):
    out = output(mu, var, gamma, beta, eps)
    return out.mean, out.stdev


def output_density(y, mu, var, gamma, beta, eps):
    return [output(mu, var, gamma, beta, eps).pdf(float(point)) for point in y]
