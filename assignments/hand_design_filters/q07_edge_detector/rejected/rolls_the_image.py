"""np.roll makes the far side a neighbour."""

CAUGHT_BY = "test_gives_both_sides_of_an_edge"
HINT = "go round"


def edge_detecting(image):
    f = image.astype(float)
    shifted = [np.roll(f, step, axis) for step in (1, -1) for axis in (0, 1)]
    return sum(shifted) - 4 * f
