"""Gives each feature the spread of another."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "which spread belongs"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), Sigma / np.outer(sd[::-1], sd[::-1])
