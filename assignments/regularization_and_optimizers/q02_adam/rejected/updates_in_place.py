"""Changes the arrays of the caller."""

CAUGHT_BY = "test_returns_new_arrays"
HINT = "in place"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    theta -= eta * m / np.sqrt(v)
    return theta, m, v
