"""Makes the diagonal 1 by dividing the rows."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "belongs to two features"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), Sigma / sd[:, None] ** 2
