"""The means of batch norm."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_layer_norm"
HINT = "those are the channels"


def layer_norm_means(x):
    return x.mean(axis=(0, 2, 3))
