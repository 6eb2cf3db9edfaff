"""Flips along the first axis only."""

CAUGHT_BY = "test_knows_two_kernels"
HINT = "turn the row around"
TRUE = ("a kernel can return to itself after half a turn",)


def flip_matters(h):
    return not np.array_equal(h, h[::-1])
