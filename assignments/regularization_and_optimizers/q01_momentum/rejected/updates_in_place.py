"""Changes the caller's m and theta."""

CAUGHT_BY = "test_returns_new_arrays"
HINT = "in place"


def momentum_step(theta, m, g, eta, beta1):
    m *= beta1
    m += (1 - beta1) * g
    theta -= eta * m
    return theta, m
