"""Divides the caller's own covariance matrix."""

from solution import contour_points

CAUGHT_BY = "test_leaves_its_inputs_alone"
HINT = "in place"


def bn_cov(mu, Sigma):
    sd = np.sqrt(np.diag(Sigma))
    Sigma /= np.outer(sd, sd)
    return 0 * mu, Sigma
