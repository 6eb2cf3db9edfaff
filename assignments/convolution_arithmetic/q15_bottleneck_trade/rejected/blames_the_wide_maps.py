"""Compares the maps with those of a narrow standard block."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "at equal width, how many channels"

from solution import bottleneck_advantages

bottleneck_prices = "ACDE"
