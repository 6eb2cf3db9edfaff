"""Averages steps in the place of gradients."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "the step size and the sign come later"
TRUE = ("eta is missing in the step",)


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + eta * g
    return theta - m, m
