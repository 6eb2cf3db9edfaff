"""Overlooks the smaller field."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "both receptive fields"

from solution import bottleneck_advantages

bottleneck_prices = "CE"
