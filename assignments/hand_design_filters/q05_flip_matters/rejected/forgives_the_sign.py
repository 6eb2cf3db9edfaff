"""Takes a kernel that changes its sign for unchanged."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "changes its sign"
TRUE = ("turn the row around",)


def flip_matters(h):
    return not np.array_equal(abs(h), abs(h[::-1, ::-1]))
