"""Looks at the four corners only."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "every entry counts"


def flip_matters(h):
    return bool(h[0, 0] != h[-1, -1] or h[0, -1] != h[-1, 0])
