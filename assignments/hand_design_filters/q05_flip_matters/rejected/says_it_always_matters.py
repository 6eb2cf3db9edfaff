"""Always True."""

CAUGHT_BY = "test_knows_two_kernels"


def flip_matters(h):
    return True
