"""A positive centre."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "negative at the top of a hill"
TRUE = ("which sign has the centre",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]]))
