"""The new gradient enters m with the weight 1."""

CAUGHT_BY = "test_averages_the_gradients"
HINT = "add up to 1"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
