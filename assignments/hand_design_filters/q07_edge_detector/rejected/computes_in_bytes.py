"""Negative values start again at 255."""

CAUGHT_BY = "test_gives_both_sides_of_an_edge"
HINT = "starts again at 0"


def edge_detecting(image):
    p = np.pad(image, 1, mode="symmetric")
    return p[2:, 1:-1] + p[:-2, 1:-1] + p[1:-1, 2:] + p[1:-1, :-2] - 4 * p[1:-1, 1:-1]
