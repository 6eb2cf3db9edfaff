"""Stops one column early."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
HINT = "how far do your loops go"


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    flipped = h[::-1, ::-1]
    for m in range(H - K + 1):
        for n in range(W - M):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
