"""Draws a circle whatever the covariance."""

from solution import bn_cov

CAUGHT_BY = "test_contours_have_the_right_distance"
HINT = "a circle is the contour of the identity"


def contour_points(mean, cov, k, count):
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + k * circle
