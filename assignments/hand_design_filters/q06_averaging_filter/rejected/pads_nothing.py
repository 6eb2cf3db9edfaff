"""No border at all: the output is smaller."""

CAUGHT_BY = "test_averages_every_window"
HINT = "what lies beyond the border"


def averaging_filtering(image, n):
    return convolve_valid(image.astype(float), np.full((n, n), 1 / n**2))
