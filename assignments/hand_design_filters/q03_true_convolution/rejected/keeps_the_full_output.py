"""Pads until the kernel touches one pixel: the full convolution."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
HINT = "the whole kernel lies inside"


def convolve_valid(x, h):
    K, M = h.shape
    x = np.pad(x, ((K - 1, K - 1), (M - 1, M - 1)))
    y = np.zeros((x.shape[0] - K + 1, x.shape[1] - M + 1))
    for m in range(y.shape[0]):
        for n in range(y.shape[1]):
            y[m, n] = np.sum(h[::-1, ::-1] * x[m : m + K, n : n + M])
    return y
