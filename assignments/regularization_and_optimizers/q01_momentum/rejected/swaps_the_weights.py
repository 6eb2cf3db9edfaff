"""Gives beta1 to the new gradient."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "beta1 is the weight of the old average"


def momentum_step(theta, m, g, eta, beta1):
    m = (1 - beta1) * m + beta1 * g
    theta = theta - eta * m
    return theta, m
