"""m averages the squares as well."""

CAUGHT_BY = "test_averages_the_gradients"
HINT = "of the gradients or of their squares"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g**2
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
