"""Counts the corners as well."""

CAUGHT_BY = "test_measures_how_a_bowl_bends"
HINT = "corners"


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]]))
