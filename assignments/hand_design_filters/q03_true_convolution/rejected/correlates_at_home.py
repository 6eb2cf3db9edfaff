"""Leaves the flip out (public message)."""

CAUGHT_BY = "test_sees_the_slope_of_a_ramp"
HINT = "are the rows of the kernel flipped"
TRUE = ("that is correlation",)


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    flipped = 1 * h
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
