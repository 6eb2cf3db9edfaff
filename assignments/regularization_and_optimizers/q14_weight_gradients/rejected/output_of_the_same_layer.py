"""Pairs each sensitivity with the output of its own layer."""

CAUGHT_BY = "test_gives_the_worked_example"


def weight_gradients(xs, deltas):
    return [np.outer(x, delta) for x, delta in zip(xs[1:], deltas)]
