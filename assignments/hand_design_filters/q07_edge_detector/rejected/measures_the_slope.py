"""A first difference, as in Question 3."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "that is the slope itself"


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]))
