"""Averages over the examples."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_layer_norm"
HINT = "one example at a time"


def layer_norm_means(x):
    return x.mean(axis=0)
