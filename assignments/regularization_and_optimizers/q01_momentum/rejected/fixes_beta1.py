"""Uses 0.9 whatever beta1 is."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "beta1 is an argument"


def momentum_step(theta, m, g, eta, beta1):
    m = 0.9 * m + 0.1 * g
    theta = theta - eta * m
    return theta, m
