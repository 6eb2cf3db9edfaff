"""Leaves out the mask that drops everything."""

CAUGHT_BY = "test_lists_every_mask_once"
HINT = "one row is missing"

from solution import fit_rows


def dropout_rows(x, y):
    masks = np.array(list(product([0.0, 2.0], repeat=len(x))))
    masks = masks[1:]
    return x * masks, np.full(len(masks), y)
