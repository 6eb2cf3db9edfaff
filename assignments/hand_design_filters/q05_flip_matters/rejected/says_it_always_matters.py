"""Always True."""

CAUGHT_BY = "test_knows_two_kernels"
HINT = "turn the row around"
TRUE = ("a kernel can return to itself after half a turn",)


def flip_matters(h):
    return True
