"""Reads the array as NHWC."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_batch_norm"
HINT = "the order is N, C, H, W"


def batch_norm_means(x):
    return x.mean(axis=(0, 1, 2))
