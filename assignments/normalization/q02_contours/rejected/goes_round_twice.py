"""Takes 4 pi for one round."""

from solution import bn_cov

CAUGHT_BY = "test_contours_go_all_the_way_round"
HINT = "from which angle to which"


def contour_points(mean, cov, k, count):
    angle = np.linspace(0, 4 * np.pi, count, endpoint=False)
    circle = k * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return mean + circle @ np.linalg.cholesky(cov).T
