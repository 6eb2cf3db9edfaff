"""A window of 3 x 3, whatever n is."""

CAUGHT_BY = "test_averages_every_window"
HINT = "should follow n"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), (1, 1), mode="symmetric")
    return convolve_valid(padded, np.full((3, 3), 1 / 9))
