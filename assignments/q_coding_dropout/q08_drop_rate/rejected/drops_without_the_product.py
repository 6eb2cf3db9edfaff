"""Adds the diagonal, and forgets that pairs survive together."""

CAUGHT_BY = "test_weights_the_masks"
HINT = "can survive together"

from solution import why_jump


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return x * y / (x @ x)
    second = np.diag(x**2) * p_drop / (1 - p_drop)
    return np.linalg.solve(second, x * y)
