"""Written for the example: three layers."""

CAUGHT_BY = "test_combines_what_it_is_given"
MISCONCEPTION = False


def weight_gradients(xs, deltas):
    return [np.outer(xs[l], deltas[l]) for l in range(3)]
