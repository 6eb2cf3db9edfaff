"""Takes the wrong picture for batch norm."""

from solution import batch_norm_means

CAUGHT_BY = "test_chooses_the_picture_of_batch_norm"
HINT = "the pixels of one channel"

batch_norm_picture = "D"
