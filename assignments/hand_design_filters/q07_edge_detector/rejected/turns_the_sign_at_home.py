"""A positive centre (public message)."""

CAUGHT_BY = "test_measures_how_a_bowl_bends"
HINT = "which sign"
TRUE = ("negative at the top of a hill",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0.0]]))
