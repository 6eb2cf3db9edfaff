"""Flips along the second axis only."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "half a turn"


def flip_matters(h):
    return not np.array_equal(h, h[:, ::-1])
