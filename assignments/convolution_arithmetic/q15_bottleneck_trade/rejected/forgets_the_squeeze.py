"""Overlooks what is lost in the middle."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "pass through the middle"

from solution import bottleneck_advantages

bottleneck_prices = "AE"
