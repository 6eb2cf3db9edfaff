"""Pairs each sensitivity with the output of its own layer."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "which output enters"


def weight_gradients(xs, deltas):
    return [np.outer(x, delta) for x, delta in zip(xs[1:], deltas)]
