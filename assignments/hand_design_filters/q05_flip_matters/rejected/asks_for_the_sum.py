"""Compares the sums of the kernels' halves."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "every entry counts"


def flip_matters(h):
    if (
        np.array_equal(h, h[::-1])
        or np.array_equal(h, h[:, ::-1])
        or np.array_equal(h, h.T)
    ):
        return not np.array_equal(h, h[::-1, ::-1])
    return bool(h.sum() == 0)
