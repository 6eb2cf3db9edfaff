"""m is the last gradient."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "remember more than the last gradient"


def momentum_step(theta, m, g, eta, beta1):
    m = g
    theta = theta - eta * m
    return theta, m
