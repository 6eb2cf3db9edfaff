"""Gives beta2 to the new square."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "beta2 is the weight of the old average"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = (1 - beta2) * v + beta2 * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
