"""Takes p_drop for the extra diagonal, as if the mask were 0 or 1."""

CAUGHT_BY = "test_weights_the_masks"
HINT = "A mask is not 0 or 1 here"

from solution import why_jump


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return x * y / (x @ x)
    second = np.outer(x, x) + np.diag(x**2) * p_drop
    return np.linalg.solve(second, x * y)
