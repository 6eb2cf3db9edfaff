"""Subtracts the mean and nothing else."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "centring is half of it"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), Sigma
