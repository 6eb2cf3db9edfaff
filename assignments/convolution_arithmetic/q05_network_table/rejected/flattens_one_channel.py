"""Flattens height and width only."""

CAUGHT_BY = "test_carries_the_shape_along"
HINT = "the channels become numbers of the row too"


def table_row(kind, size, shape):
    if kind == "CONV3":
        return 3 * 3 * shape[0] * size + size, (size, *shape[1:])
    if kind == "POOL2":
        return 0, (shape[0], shape[1] // 2, shape[2] // 2)
    if kind == "FLATTEN":
        return 0, (shape[1] * shape[2],)
    return shape[0] * size + size, (size,)
