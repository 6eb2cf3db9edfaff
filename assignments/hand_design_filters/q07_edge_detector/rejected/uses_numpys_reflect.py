"""The mode that NumPy calls reflect leaves the edge pixel out."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "this pixel comes twice"


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="reflect")
    return convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))
