"""A single mean."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_batch_norm"
HINT = "features keep apart"


def batch_norm_means(x):
    return x.mean(axis=None)
