"""Divides the old m."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "not the old one"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    new = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return theta - eta * m / np.sqrt(v), new, v
