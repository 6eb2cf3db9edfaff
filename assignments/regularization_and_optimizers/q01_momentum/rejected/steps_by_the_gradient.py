"""Plain SGD; m is kept but not used."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "not the gradient"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    theta = theta - eta * g
    return theta, m
