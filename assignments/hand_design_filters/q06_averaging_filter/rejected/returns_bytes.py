"""Turns the average back into the type of the image."""

CAUGHT_BY = "test_averages_bytes"
HINT = "rarely a whole number"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    return (
        convolve_valid(padded, np.full((n, n), 1 / n**2)).round(9).astype(image.dtype)
    )
