"""Demands symmetry along each axis by itself."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "half a turn"


def flip_matters(h):
    return not (np.array_equal(h, h[::-1]) and np.array_equal(h, h[:, ::-1]))
