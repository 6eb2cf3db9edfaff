"""Uses 0.9 whatever beta1 is."""

CAUGHT_BY = "test_averages_the_gradients"
HINT = "beta1 is an argument"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = 0.9 * m + 0.1 * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
