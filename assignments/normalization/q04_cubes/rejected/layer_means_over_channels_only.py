"""Averages the channels and keeps the pixels apart."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_layer_norm"
HINT = "pixels as well"


def layer_norm_means(x):
    return x.mean(axis=1)
