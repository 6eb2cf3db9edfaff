"""Gives each input channel a bias."""

CAUGHT_BY = "test_counts_parameters"
HINT = "the old channels need no bias"


def table_row(kind, size, shape):
    if kind == "CONV3":
        return 9 * shape[0] * size + shape[0], (size, *shape[1:])
    if kind == "POOL2":
        return 0, (shape[0], shape[1] // 2, shape[2] // 2)
    if kind == "FLATTEN":
        return 0, (math.prod(shape),)
    return shape[0] * size + size, (size,)
