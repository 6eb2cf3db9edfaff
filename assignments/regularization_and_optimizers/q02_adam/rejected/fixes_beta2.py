"""Uses 0.999 whatever beta2 is."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "beta2 is an argument"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = 0.999 * v + 0.001 * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
