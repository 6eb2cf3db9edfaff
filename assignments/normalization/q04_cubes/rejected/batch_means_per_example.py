"""The means of layer norm."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_batch_norm"
HINT = "those are the examples"


def batch_norm_means(x):
    return x.mean(axis=(1, 2, 3))
