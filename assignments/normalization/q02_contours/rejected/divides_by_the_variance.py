"""Divides each feature by its variance."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "not its variance"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), Sigma / np.outer(sd**2, sd**2)
