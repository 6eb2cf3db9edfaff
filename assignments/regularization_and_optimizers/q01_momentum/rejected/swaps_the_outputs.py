"""Returns m first."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "theta comes first"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    return m, theta - eta * m
