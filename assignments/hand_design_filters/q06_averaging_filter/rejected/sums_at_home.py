"""Weights of 1 (public message)."""

CAUGHT_BY = "test_keeps_a_flat_image"
HINT = "weights of an average sum to 1"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    return convolve_valid(padded, np.ones((n, n), int))
