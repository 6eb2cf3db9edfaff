"""Counts the corners as well (hidden message)."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "corners"


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[1, 1, 1], [1, -8.0, 1], [1, 1, 1]]))
