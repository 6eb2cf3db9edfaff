"""Divides by n instead of n squared."""

CAUGHT_BY = "test_averages_every_window"
HINT = "rows times columns"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    return convolve_valid(padded, np.ones((n, n)) / n)
