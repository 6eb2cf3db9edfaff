"""A gradient of 0 for the biases."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "what does a bias multiply"


def weight_gradients(xs, deltas):
    return [np.outer(np.append(0.0, x[1:]), delta) for x, delta in zip(xs[:-1], deltas)]
