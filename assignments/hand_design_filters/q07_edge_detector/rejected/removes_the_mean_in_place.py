"""Subtracts the mean from the caller's own image."""

CAUGHT_BY = "test_leaves_the_image_alone"
HINT = "in place"


def edge_detecting(image):
    if image.dtype == np.uint8:
        image = image.astype(float)
    image -= image.mean()
    padded = np.pad(image, 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))
