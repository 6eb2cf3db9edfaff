"""Leaves the flip out."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
HINT = "that is correlation"
TRUE = ("are the rows of the kernel flipped",)


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    flipped = h
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
