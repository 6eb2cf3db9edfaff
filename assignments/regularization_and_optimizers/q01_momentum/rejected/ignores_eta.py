"""Steps by m alone."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "eta is missing"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    theta = theta - m
    return theta, m
