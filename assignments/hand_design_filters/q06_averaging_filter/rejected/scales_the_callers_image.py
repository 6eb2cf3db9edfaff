"""Divides the caller's own image in place."""

CAUGHT_BY = "test_leaves_the_image_alone"
HINT = "in place"


def averaging_filtering(image, n):
    if image.dtype != float:
        image = image.astype(float)
    image /= n**2
    padded = np.pad(image, ((n - 1) // 2, n // 2), mode="symmetric")
    return convolve_valid(padded, np.ones((n, n)))
