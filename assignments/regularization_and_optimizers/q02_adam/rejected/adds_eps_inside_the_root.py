"""Adds 1e-8 under the root."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "when all gradients get smaller"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return theta - eta * m / np.sqrt(v + 1e-8), m, v
