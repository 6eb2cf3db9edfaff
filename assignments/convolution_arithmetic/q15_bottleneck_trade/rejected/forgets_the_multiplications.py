"""Sees parameters only."""

CAUGHT_BY = "test_advantages_are_the_true_ones"
HINT = "MACs belong to each weight"

from solution import bottleneck_prices

bottleneck_advantages = "AD"
