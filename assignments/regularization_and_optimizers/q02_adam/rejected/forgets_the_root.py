"""Divides by v."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "square root of v"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / v
    return theta, m, v
