"""Draws random angles: every point lies on the contour, but in no order."""

from solution import bn_cov

CAUGHT_BY = "test_contours_go_all_the_way_round"
HINT = "should draw the curve"


def contour_points(mean, cov, k, count):
    angle = 2 * np.pi * np.random.permutation(count) / count
    circle = k * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + circle @ np.linalg.cholesky(cov).T
