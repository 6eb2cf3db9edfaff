"""Takes the variance of Z."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_the_variance"
HINT = "known before"

bn_edges = (bn_edges - {("X", "sigma2")}) | {("Z", "sigma2")}
