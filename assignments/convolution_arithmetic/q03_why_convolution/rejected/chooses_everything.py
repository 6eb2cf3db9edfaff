"""Chooses all letters."""

CAUGHT_BY = "test_reasons_are_the_good_ones"
MISCONCEPTION = False
TRUE = ("shift the image by one pixel",)

from solution import good_reasons

good_reasons = "ABCDEFGH"
