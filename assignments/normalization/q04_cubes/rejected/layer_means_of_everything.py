"""A single mean."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_layer_norm"
HINT = "share their mean"


def layer_norm_means(x):
    return x.mean(axis=None)
