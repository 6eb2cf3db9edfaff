"""Moves theta before m is updated."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "not the old one"


def momentum_step(theta, m, g, eta, beta1):
    theta = theta - eta * m
    m = beta1 * m + (1 - beta1) * g
    return theta, m
