"""Divides m by the weight of the new gradient."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "nothing takes it out"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    """Take one step of Adam, without bias correction and without eps.

    theta, m, v, g: (n,), the weights, the two running means so far, the new
        gradient; no entry of g is 0.
    eta: the step size.  beta1, beta2: the weights of the old running means.

    Returns the new theta, m and v, as new arrays.
    """
    # The two running means, the step, then return all three: about four lines.
    # A v of bare gradients looks right at g = 1, and only a second step tells.
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    theta = theta - eta * m / (1 - beta1) / np.sqrt(v)
    return theta, m, v
