"""Divides the numbers of weights."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "used at every position"

from solution import conv_macs

pool_savings = (1, 0.5, 0.25)
