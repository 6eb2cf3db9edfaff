"""Stops at pi."""

from solution import bn_cov

CAUGHT_BY = "test_contours_go_all_the_way_round"
HINT = "from which angle to which"


def contour_points(mean, cov, k, count):
    angle = np.linspace(0, np.pi, count, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + k * circle @ np.linalg.cholesky(cov).T
