"""Cuts the output to (W, H)."""

CAUGHT_BY = "test_averages_every_window"
HINT = "which is which"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))[
        : image.shape[1], : image.shape[0]
    ]
