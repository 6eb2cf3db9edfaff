"""Compares the sum of the first half with that of the second."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "every entry counts"


def flip_matters(h):
    entries, half = h.ravel(), h.size // 2
    return not np.isclose(entries[:half].sum(), entries[::-1][:half].sum())
