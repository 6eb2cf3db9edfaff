"""Compares both answers to an image with a single 1."""


def flip_matters(h):
    K, M = h.shape
    spot = np.zeros((2 * K - 1, 2 * M - 1))
    spot[K - 1, M - 1] = 1
    flipped = convolve_valid(spot, h)
    unflipped = convolve_valid(spot, np.flip(h))
    return bool(np.abs(flipped - unflipped).max() > 1e-9)
