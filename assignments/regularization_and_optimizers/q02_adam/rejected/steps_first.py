"""Moves theta before the means are updated."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "is it up to date"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    theta = theta - eta * m / np.sqrt(v)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return theta, m, v
