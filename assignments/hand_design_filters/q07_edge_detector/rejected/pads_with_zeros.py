"""The border becomes an edge."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "black pixels"
TRUE = ("beyond the border there are no zeros",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="constant")
    return convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))
