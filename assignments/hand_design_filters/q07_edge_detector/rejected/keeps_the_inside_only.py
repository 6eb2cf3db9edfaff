"""No border at all: the output is smaller."""

CAUGHT_BY = "test_measures_how_a_bowl_bends"
HINT = "what lies beyond the border"


def edge_detecting(image):
    return convolve_valid(
        image.astype(float), np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
    )
