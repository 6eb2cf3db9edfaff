"""One mean a channel and pixel."""

from solution import batch_norm_means

CAUGHT_BY = "test_gives_the_means_of_batch_norm"
HINT = "the same at all pixels"


def batch_norm_means(x):
    return x.mean(axis=0)
