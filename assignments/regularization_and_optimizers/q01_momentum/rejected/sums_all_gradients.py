"""Never forgets: m is the sum of all gradients."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "not the sum of all gradients"


def momentum_step(theta, m, g, eta, beta1):
    m = m + g
    return theta - eta * m, m
