"""Divides both means by 1 - beta, as bias correction does in the first step."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "as with bias correction"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * (m / (1 - beta1)) / np.sqrt(v / (1 - beta2))
    return theta, m, v
