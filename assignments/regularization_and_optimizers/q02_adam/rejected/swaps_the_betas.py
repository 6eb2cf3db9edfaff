"""beta2 for m, beta1 for v."""

CAUGHT_BY = "test_averages_the_gradients"
HINT = "which of the two betas belongs to m"
TRUE = ("which of the two betas belongs to v",)


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m = beta2 * m + (1 - beta2) * g
    v = beta1 * v + (1 - beta1) * g**2
    theta = theta - eta * m / np.sqrt(v)
    return theta, m, v
