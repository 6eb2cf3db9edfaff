"""A black frame (hidden message)."""

CAUGHT_BY = "test_averages_every_window"
HINT = "black pixels"
TRUE = ("beyond the border there are no zeros",)


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="constant")
    return convolve_valid(padded, np.full((n, n), 1 / n**2)) + 0.0
