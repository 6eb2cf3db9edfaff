"""Leaves the gradient of the biases out."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "biases are weights too"


def weight_gradients(xs, deltas):
    return [np.outer(x[1:], delta) for x, delta in zip(xs[:-1], deltas)]
