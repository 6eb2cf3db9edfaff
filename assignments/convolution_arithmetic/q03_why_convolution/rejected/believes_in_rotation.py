"""Takes convolution for rotation invariant."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "turn an edge detector"

from solution import good_reasons

good_reasons = "ACDEG"
