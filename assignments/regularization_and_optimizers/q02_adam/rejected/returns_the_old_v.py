"""Computes a new v and returns the old one."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "return the new v"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    root = np.sqrt(beta2 * v + (1 - beta2) * g**2)
    return theta - eta * m / root, m, v
