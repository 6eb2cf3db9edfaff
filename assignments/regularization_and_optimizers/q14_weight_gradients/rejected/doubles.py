"""Brings the 2 of the square once more."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "hold the factor 2 already"


def weight_gradients(xs, deltas):
    return [2 * np.outer(x, delta) for x, delta in zip(xs[:-1], deltas)]
