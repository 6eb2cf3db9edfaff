"""Solves for one half whatever the rate."""

CAUGHT_BY = "test_weights_the_masks"
HINT = "whatever the rate"

from solution import why_jump


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2)
    return np.linalg.solve(second, x * y)
