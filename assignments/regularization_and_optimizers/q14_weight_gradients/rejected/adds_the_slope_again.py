"""Multiplies by the slope of tanh, which the sensitivities hold already."""

CAUGHT_BY = "test_gives_the_worked_example"


def weight_gradients(xs, deltas):
    return [
        np.outer(x, delta * (1 - np.resize(after, len(delta)) ** 2))
        for x, delta, after in zip(xs, deltas, xs[1:])
    ]
