"""Repeats the last row instead of mirroring: the same for small n only."""

CAUGHT_BY = "test_averages_every_window"
HINT = "not the last one repeated"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="edge")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
