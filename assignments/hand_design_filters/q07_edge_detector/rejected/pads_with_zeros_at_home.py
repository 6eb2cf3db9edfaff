"""The border becomes an edge (public message)."""

CAUGHT_BY = "test_gives_both_sides_of_an_edge"
HINT = "no zeros"
TRUE = ("black pixels that nobody saw",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="constant")
    return convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])) + 0.0
