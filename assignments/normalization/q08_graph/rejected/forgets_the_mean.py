"""No arrow into mu."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_the_mean"
HINT = "the mean taken of"

bn_edges = bn_edges - {("X", "mu")}
