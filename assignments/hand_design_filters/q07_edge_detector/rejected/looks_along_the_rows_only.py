"""Second difference along one direction."""

CAUGHT_BY = "test_measures_how_a_bowl_bends"
HINT = "both directions"
TRUE = ("the image bends in two directions",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, 0, 0], [1, -2, 1], [0, 0, 0]]))
