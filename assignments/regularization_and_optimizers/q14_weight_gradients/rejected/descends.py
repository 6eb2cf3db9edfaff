"""Gives the direction of a step."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "the gradient has none"


def weight_gradients(xs, deltas):
    return [-np.outer(x, delta) for x, delta in zip(xs[:-1], deltas)]
