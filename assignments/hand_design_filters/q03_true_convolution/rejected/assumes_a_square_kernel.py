"""Reads the height of the kernel and uses it as width, too."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
HINT = "which number does each range"


def convolve_valid(x, h):
    (H, W), K = x.shape, len(h)
    flipped = h[::-1, ::-1]
    y = np.zeros((H - K + 1, W - K + 1))
    for m in range(H - K + 1):
        for n in range(W - K + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + K])
    return y
