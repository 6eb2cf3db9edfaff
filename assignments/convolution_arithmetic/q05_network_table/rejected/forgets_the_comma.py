"""Puts one number between brackets, which is not a tuple."""

CAUGHT_BY = "test_carries_the_shape_along"
HINT = "written with a comma"


def table_row(kind, size, shape):
    if kind == "CONV3":
        return 3 * 3 * shape[0] * size + size, (size, *shape[1:])
    if kind == "POOL2":
        return 0, (shape[0], shape[1] // 2, shape[2] // 2)
    if kind == "FLATTEN":
        return 0, math.prod(shape)
    return shape[0] * size + size, size
