"""The alignment of a correlation (public message)."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "to which side"
TRUE = ("for even n, on which side",)


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), (n // 2, n // 2 - 1 + n % 2), mode="symmetric")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
