"""Multiplies by 1 - beta1 once more in the step."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "in m already"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    return theta - eta * (1 - beta1) * m, m
