"""Forgets the kernel that is as large as the image: no output at all."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
MISCONCEPTION = False
TRUE = ("how far do your loops go",)


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    for m in range(H - K + 1 if H > K else 0):
        for n in range(W - M + 1):
            y[m, n] = np.sum(h[::-1, ::-1] * x[m : m + K, n : n + M])
    return y
