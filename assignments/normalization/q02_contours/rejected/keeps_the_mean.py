"""Leaves the mean where it was."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "the centre of each feature"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return mu, Sigma / np.outer(sd, sd)
