"""Lets numpy say the shape of a mean."""


def bn_stat_shape(shape, layout):
    others = tuple(i for i, letter in enumerate(layout) if letter != "C")
    return np.empty(shape).mean(axis=others, keepdims=True).shape
