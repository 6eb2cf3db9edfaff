"""Takes the angle in degrees for radians, and runs around many times."""

from solution import bn_cov

CAUGHT_BY = "test_contours_go_all_the_way_round"
HINT = "should draw the curve"


def contour_points(mean, cov, k, count):
    angle = np.linspace(0, 360, count)
    circle = k * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + circle @ np.linalg.cholesky(cov).T
