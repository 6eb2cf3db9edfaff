"""The variance from the mean alone."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_the_variance"
HINT = "the variance taken of"

bn_edges = bn_edges - {("X", "sigma2")}
