"""Halves one axis only."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "the height and the width"

from solution import conv_macs

pool_savings = (2, 1, 0.5)
