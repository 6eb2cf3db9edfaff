"""Forgets that channels double."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "the channels change"

from solution import conv_macs

pool_savings = (4, 4, 4)
