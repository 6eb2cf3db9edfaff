"""Multiplies row vectors by L instead of its transpose."""

from solution import bn_cov

CAUGHT_BY = "test_contours_have_the_right_distance"
HINT = "from the other side"


def contour_points(mean, cov, k, count):
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + k * circle @ np.linalg.cholesky(cov)
