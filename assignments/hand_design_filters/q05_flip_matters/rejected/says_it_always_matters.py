"""Always True."""

CAUGHT_BY = "test_knows_two_kernels"
HINT = "turn the row around"


def flip_matters(h):
    return True
