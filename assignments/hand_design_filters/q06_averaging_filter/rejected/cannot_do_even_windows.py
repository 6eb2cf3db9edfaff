"""Pads n // 2 on both sides, so that even windows give a larger image."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "reaches less far to one side"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), (n // 2, n // 2), mode="symmetric")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
