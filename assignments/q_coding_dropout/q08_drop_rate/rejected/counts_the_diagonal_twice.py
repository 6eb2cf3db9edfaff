"""Adds E[m m] to the diagonal instead of E[m m] - 1."""

CAUGHT_BY = "test_weights_the_masks"
HINT = "once too often"

from solution import why_jump


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2) / (1 - p_drop)
    return np.linalg.solve(second, x * y)
