"""Overlooks that nearby pixels belong together."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
HINT = "which pixels of an image depend"

from solution import good_reasons

good_reasons = "AEG"
