"""Overlooks the wide maps between the blocks."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "reads the C channels next"

from solution import bottleneck_advantages

bottleneck_prices = "ACE"
