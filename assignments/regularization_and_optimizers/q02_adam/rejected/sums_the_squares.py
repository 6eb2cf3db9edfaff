"""The new square enters v with the weight 1."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "add up to 1"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
