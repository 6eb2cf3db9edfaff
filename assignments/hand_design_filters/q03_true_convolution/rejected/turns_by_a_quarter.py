"""Turns the kernel by a quarter instead of half a turn."""

CAUGHT_BY = "test_sees_the_slope_of_a_ramp"
HINT = "changed places"
TRUE = ("the flip is half a turn, not a quarter",)


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    flipped = np.resize(np.rot90(h), h.shape)
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
