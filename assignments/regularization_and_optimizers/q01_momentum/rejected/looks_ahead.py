"""Takes the step of Nesterov."""

CAUGHT_BY = "test_steps_along_the_mean"
HINT = "does not look ahead"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g
    return theta - eta * (beta1 * m + (1 - beta1) * g), m
