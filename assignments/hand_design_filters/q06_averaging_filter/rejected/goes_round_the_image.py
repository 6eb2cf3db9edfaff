"""Takes the far side as neighbour."""

CAUGHT_BY = "test_averages_every_window"
HINT = "does not go round"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="wrap")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
