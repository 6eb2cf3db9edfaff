"""Takes the pseudo-inverse of the list of rows at every rate."""

CAUGHT_BY = "test_weights_the_masks"
HINT = "not equally likely"

from solution import why_jump


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return x * y / (x @ x)
    rows = x * np.array(list(product([0, 1 / (1 - p_drop)], repeat=len(x))))
    return np.linalg.pinv(rows) @ np.full(len(rows), y)
