"""Returns absolute values."""

CAUGHT_BY = "test_gives_both_sides_of_an_edge"
HINT = "both signs"


def edge_detecting(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return abs(convolve_valid(padded, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])))
