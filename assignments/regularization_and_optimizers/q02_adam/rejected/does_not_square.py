"""v averages the gradients."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "v averages the squares"
TRUE = ("look at the v under the root", "an average of squares is never negative")


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
