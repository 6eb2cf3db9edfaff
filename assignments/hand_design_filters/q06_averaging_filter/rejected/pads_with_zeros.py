"""A black frame darkens the border."""

CAUGHT_BY = "test_keeps_a_flat_image"
HINT = "no zeros"
TRUE = ("black pixels that nobody saw",)


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="constant")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
