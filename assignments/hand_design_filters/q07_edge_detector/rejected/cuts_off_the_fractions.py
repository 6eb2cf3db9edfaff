"""Computes in whole numbers, which is right for bytes only."""

CAUGHT_BY = "test_adds_both_second_differences"
HINT = "lost their fractions"


def edge_detecting(image):
    padded = np.pad(image.astype(int), 1, mode="symmetric")
    return convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))
