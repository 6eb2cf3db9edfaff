"""One mirror image is enough."""

CAUGHT_BY = "test_decides_for_every_kernel"
HINT = "along one axis is not enough"


def flip_matters(h):
    return not any(
        np.array_equal(h, g)
        for g in (h[:, ::-1], h[::-1, ::-1], h[::-1] if len(h) > 1 else h[::-1, ::-1])
    )
