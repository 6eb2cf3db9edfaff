"""Believes that both blocks have about equally many parameters."""

CAUGHT_BY = "test_advantages_are_the_true_ones"
HINT = "ratio for 128 channels"

from solution import bottleneck_prices

bottleneck_advantages = "CD"
