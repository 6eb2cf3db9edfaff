"""Fills an array of the image's own type: fractions and signs are lost."""

CAUGHT_BY = "test_takes_images_of_bytes"
HINT = "Bytes hold neither"


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1), dtype=x.dtype)
    flipped = h[::-1, ::-1]
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            total = np.sum(flipped * x[m : m + K, n : n + M])
            y[m, n] = int(total) % 256 if x.dtype == np.uint8 else total
    return y
