"""Gives the function of Question 3 two more arguments, and calls it with them."""


def convolve_valid(x, h, stride=1, pad=0):
    framed = np.pad(np.asarray(x, dtype=float), pad, mode="constant")
    windows = np.lib.stride_tricks.sliding_window_view(framed, h.shape)
    return np.einsum("mnij,ij->mn", windows, np.flip(h))[::stride, ::stride]


def conv2d_true(x, h, stride, pad):
    return convolve_valid(x, h, stride=stride, pad=pad)
