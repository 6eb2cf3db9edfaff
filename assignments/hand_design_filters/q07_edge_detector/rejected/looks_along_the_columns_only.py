"""Second difference along one direction (hidden message)."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "two directions"
TRUE = ("add the second differences along both directions",)


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, 1, 0], [0, -2, 0], [0, 1, 0]]))
