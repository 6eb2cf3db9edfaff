"""Divides new by old."""

CAUGHT_BY = "test_savings_follow_the_channels"
HINT = "divide the operations without"

from solution import conv_macs

pool_savings = (0.25, 0.5, 1)
