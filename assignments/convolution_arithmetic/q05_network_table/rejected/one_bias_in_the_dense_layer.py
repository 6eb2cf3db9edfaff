"""Counts 1471 for the last row."""

CAUGHT_BY = "test_counts_parameters"
HINT = "every output of FC"


def table_row(kind, size, shape):
    if kind == "CONV3":
        return 3 * 3 * shape[0] * size + size, (size, *shape[1:])
    if kind == "POOL2":
        return 0, (shape[0], shape[1] // 2, shape[2] // 2)
    if kind == "FLATTEN":
        return 0, (math.prod(shape),)
    return shape[0] * size + 1, (size,)
