"""Believes that three layers see further than two."""

CAUGHT_BY = "test_advantages_are_the_true_ones"
HINT = "1x1 kernel look around"

from solution import bottleneck_prices

bottleneck_advantages = "ABCD"
