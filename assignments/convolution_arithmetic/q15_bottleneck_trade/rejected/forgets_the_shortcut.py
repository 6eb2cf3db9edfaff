"""Overlooks the cost of a learned shortcut."""

CAUGHT_BY = "test_prices_are_the_true_ones"
HINT = "from C to C channels"

from solution import bottleneck_advantages

bottleneck_prices = "AC"
