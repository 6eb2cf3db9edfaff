"""Adds the step."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "look at the sign"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    theta = theta + eta * m
    return theta, m
