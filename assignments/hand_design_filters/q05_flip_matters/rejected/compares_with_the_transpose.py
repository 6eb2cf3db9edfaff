"""Asks whether the kernel equals its transpose."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "half a turn"


def flip_matters(h):
    return (
        not np.array_equal(h, h.T)
        if h.shape[0] > 1
        else not np.array_equal(h, h[:, ::-1])
    )
