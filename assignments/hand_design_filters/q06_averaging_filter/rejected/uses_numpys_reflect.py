"""The mode that NumPy calls reflect leaves the edge pixel out."""

CAUGHT_BY = "test_averages_every_window"
HINT = "this pixel comes twice"


def averaging_filtering(image, n):
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="reflect")
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
