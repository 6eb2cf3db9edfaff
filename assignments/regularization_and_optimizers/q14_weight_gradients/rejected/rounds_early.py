"""Rounds to two digits."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "carry full precision"


def weight_gradients(xs, deltas):
    return [np.outer(x.round(2), delta.round(2)) for x, delta in zip(xs[:-1], deltas)]
