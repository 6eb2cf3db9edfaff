"""Returns the inverse covariance."""

from solution import contour_points

CAUGHT_BY = "test_keeps_the_correlation"
HINT = "invert nothing"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    return np.zeros_like(mu), np.linalg.inv(Sigma)
