"""Outputs in rows, inputs in columns."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "as in W itself"


def weight_gradients(xs, deltas):
    return [np.outer(delta, x) for x, delta in zip(xs[:-1], deltas)]
