"""Lists x times masks of 0 and 1."""

CAUGHT_BY = "test_lists_every_mask_once"
HINT = "the survivors are unscaled"

from solution import fit_rows


def dropout_rows(x, y):
    masks = np.array(list(product([0.0, 1.0], repeat=len(x))))
    return x * masks, np.full(len(masks), y)
