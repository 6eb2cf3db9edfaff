"""Thinks that the features become independent."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "can that decorrelate"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), np.eye(len(mu))
