"""Believes that a bottleneck needs no shortcut."""

CAUGHT_BY = "test_advantages_are_the_true_ones"
HINT = "squeeze drops"

from solution import bottleneck_prices

bottleneck_advantages = "ACDE"
