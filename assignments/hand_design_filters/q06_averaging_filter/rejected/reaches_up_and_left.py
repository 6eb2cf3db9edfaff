"""The alignment of a correlation: even windows reach up and left."""

CAUGHT_BY = "test_averages_every_window"
HINT = "for even n"
TRUE = ("to which side does a window of two reach",)


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), (n // 2, (n - 1) // 2), mode="symmetric")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
