"""A number that is zero for kernels that half a turn does not change."""


def flip_matters(h):
    return not np.allclose(np.rot90(h, k=2), h)
