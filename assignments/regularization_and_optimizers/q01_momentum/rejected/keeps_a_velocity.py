"""Keeps a velocity, which holds the sign and the step size."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "the step size and the sign come later"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m - eta * g
    return theta + m, m
