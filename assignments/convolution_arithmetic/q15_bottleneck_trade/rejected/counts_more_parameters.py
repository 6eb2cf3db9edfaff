"""Believes that the bottleneck is larger."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "look at the ratio"

from solution import bottleneck_advantages

bottleneck_prices = "ABCE"
