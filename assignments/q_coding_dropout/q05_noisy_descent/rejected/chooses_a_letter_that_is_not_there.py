"""Names a letter that is not offered."""

CAUGHT_BY = "test_one_mask_is_letters"
MISCONCEPTION = False

from solution import train_with_dropout

one_mask = "BX"
