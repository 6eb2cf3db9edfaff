"""Forgets to return m."""

CAUGHT_BY = "test_follows_the_worked_example"
MISCONCEPTION = False


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    return theta - eta * m
