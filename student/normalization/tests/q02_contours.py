from otter.test_files import test_case

OK_FORMAT = False

name = "q02_contours"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_cov should give two independent features the mean 0 and the variance 1.")
def test_standardizes_independent_features(bn_cov):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    bn_cov = Function('bn_cov', bn_cov)
    result = bn_cov(np.array([5.0, -2.0]), np.diag([4.0, 9.0]))
    mean, cov = assert_outputs(result, count=2, name='bn_cov')
    assert_close(mean, [0.0, 0.0], name='mean')
    assert_close(cov, np.eye(2), name='cov')

@test_case(points=1, hidden=False, 
    failure_message="contour_points should draw a circle of radius k when the covariance is the identity.")
def test_draws_a_circle(contour_points):
    import numpy as np
    from checks import Function, assert_array, assert_close
    contour_points = Function('contour_points', contour_points)
    points = contour_points(np.array([1.0, -1.0]), np.eye(2), 2.0, 50)
    array = assert_array(points, (50, 2), name='contour_points(mean, cov, k, 50)')
    radius = np.hypot(array[:, 0] - 1.0, array[:, 1] + 1.0)
    assert_close(radius, np.full(50, 2.0), name='the distance from the mean')

