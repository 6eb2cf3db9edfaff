"""A column times a row, as a matrix product."""


def weight_gradients(xs, deltas):
    pairs = zip(xs[: len(deltas)], deltas)
    return tuple(x.reshape(-1, 1) @ delta.reshape(1, -1) for x, delta in pairs)
