"""Adds up all squares, as Adagrad does."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "v forgets"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = v + g**2
    return theta - eta * m / np.sqrt(v), m, v
