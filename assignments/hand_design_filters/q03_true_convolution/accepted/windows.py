"""All windows at once, and one tensor product."""


def convolve_valid(x, h):
    windows = np.lib.stride_tricks.sliding_window_view(x.astype(float), h.shape)
    return np.einsum("mnij,ij->mn", windows, np.rot90(h, 2).astype(float))
