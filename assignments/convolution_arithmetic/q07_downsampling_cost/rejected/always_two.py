"""Halves, whatever the channels."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "the channels change"

from solution import conv_macs

pool_savings = (2, 2, 2)
