"""Flips the kernel in place, so that the caller's kernel changes."""

CAUGHT_BY = "test_leaves_image_and_kernel_alone"
HINT = "in place"


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    h[:] = h[::-1, ::-1].copy()
    flipped = h
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
