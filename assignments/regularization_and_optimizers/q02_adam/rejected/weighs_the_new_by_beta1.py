"""Gives beta1 to the new gradient."""

CAUGHT_BY = "test_averages_the_gradients"
HINT = "beta1 is the weight of the old average"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = (1 - beta1) * m + beta1 * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
