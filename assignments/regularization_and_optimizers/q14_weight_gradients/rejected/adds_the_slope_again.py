"""Multiplies by the slope of tanh, which the sensitivities hold already."""

CAUGHT_BY = "test_combines_what_it_is_given"
HINT = "hold the slope already"


def weight_gradients(xs, deltas):
    gradients = []
    for x, after, delta in zip(xs, xs[1:], deltas):
        if len(after) > len(delta):  # a tanh layer, with the constant 1
            delta = delta * (1 - after[1:] ** 2)
        gradients.append(np.outer(x, delta))
    return gradients
