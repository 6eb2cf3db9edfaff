"""Believes that batch normalization is impossible."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "behind each convolution"

from solution import bottleneck_advantages

bottleneck_prices = "ACEF"
