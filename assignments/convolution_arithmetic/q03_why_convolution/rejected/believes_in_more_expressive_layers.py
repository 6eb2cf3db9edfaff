"""Takes the special case for the larger class."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "every convolution is a dense layer"

from solution import good_reasons

good_reasons = "ACEGH"
