"""The new gradient enters with the weight 1."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "add up to 1"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + g
    theta = theta - eta * m
    return theta, m
