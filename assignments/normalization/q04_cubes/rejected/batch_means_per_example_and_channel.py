"""The means of instance norm."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_batch_norm"
HINT = "two examples of a batch"


def batch_norm_means(x):
    return x.mean(axis=(2, 3))
