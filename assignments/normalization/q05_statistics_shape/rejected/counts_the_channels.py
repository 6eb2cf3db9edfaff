"""Returns the number of channels, which is no shape."""

CAUGHT_BY = "test_lines_up_with_a_tiny_array"
HINT = "should be a tuple of whole numbers"


def bn_stat_shape(shape, layout):
    return shape[layout.index("C")]
