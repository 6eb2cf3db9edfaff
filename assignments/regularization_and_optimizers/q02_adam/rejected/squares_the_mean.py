"""v is the square of m."""

CAUGHT_BY = "test_averages_the_squares"
HINT = "squared before it is averaged"
TRUE = ("look at the v under the root",)


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * m**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
