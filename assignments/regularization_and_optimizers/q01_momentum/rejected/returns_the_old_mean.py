"""Computes a new mean and returns the old one."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "return the new m"


def momentum_step(theta, m, g, eta, beta1):
    new = beta1 * m + (1 - beta1) * g
    return theta - eta * new, m
