"""Treats the third case as the second."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "both numbers of channels"

from solution import conv_macs

pool_savings = (4, 2, 2)
