"""Writes down the masks of two inputs."""

CAUGHT_BY = "test_lists_every_mask_once"
MISCONCEPTION = False

from solution import fit_rows


def dropout_rows(x, y):
    masks = np.zeros((4, len(x)))
    masks[:, :2] = [[2, 2], [2, 0], [0, 2], [0, 0]]
    return x * masks, np.full(4, y)
