"""Counts the places where a window can start."""


def starts(length, kernel, stride):
    return sum(1 for s in range(0, length, stride) if s + kernel <= length)


def conv_shape(shape, filters, kernel, stride, pad):
    return [filters] + [starts(n + 2 * pad, kernel, stride) for n in shape[1:]]


def pool_shape(shape, window, stride):
    return [shape[0]] + [starts(n, window, stride) for n in shape[1:]]
