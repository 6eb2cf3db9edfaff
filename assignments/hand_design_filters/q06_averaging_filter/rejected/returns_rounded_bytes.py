"""Rounds the average to whole grey levels where the image has bytes."""

CAUGHT_BY = "test_averages_bytes"
HINT = "rarely a whole number"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    out = convolve_valid(padded, np.full((n, n), 1 / n**2))
    return np.rint(out) if image.dtype == np.uint8 else out
