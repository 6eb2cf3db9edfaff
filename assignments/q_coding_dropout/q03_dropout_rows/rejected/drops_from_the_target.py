"""Scales the target with the share of the output that is kept."""

CAUGHT_BY = "test_lists_every_mask_once"
HINT = "not the target"

from solution import fit_rows


def dropout_rows(x, y):
    masks = np.array(list(product([0.0, 2.0], repeat=len(x))))
    return x * masks, masks @ np.ones(len(x)) * y / len(x)
