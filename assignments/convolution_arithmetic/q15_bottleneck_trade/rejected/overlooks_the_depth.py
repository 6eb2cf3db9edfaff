"""Overlooks that a third activation comes along."""

CAUGHT_BY = "test_advantages_are_the_true_ones"
HINT = "count the activations"

from solution import bottleneck_prices

bottleneck_advantages = "AC"
