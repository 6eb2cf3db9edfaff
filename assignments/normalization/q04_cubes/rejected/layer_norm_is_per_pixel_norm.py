"""Takes the wrong picture for layer norm."""

from solution import batch_norm_means

CAUGHT_BY = "test_chooses_the_picture_of_layer_norm"
HINT = "one example at a time"

layer_norm_picture = "D"
