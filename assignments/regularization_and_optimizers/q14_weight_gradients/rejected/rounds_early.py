"""Rounds to two digits."""

CAUGHT_BY = "test_gives_the_worked_example"


def weight_gradients(xs, deltas):
    return [np.outer(x.round(2), delta.round(2)) for x, delta in zip(xs[:-1], deltas)]
