from otter.test_files import test_case

OK_FORMAT = False

name = "q07_spatial_batchnorm_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="spatial_batchnorm_forward should give each channel the mean beta.")
def test_normalizes_a_worked_example(spatial_batchnorm_forward):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    spatial_batchnorm_forward = Function('spatial_batchnorm_forward', spatial_batchnorm_forward)
    x = np.array([[[[1.0, 3.0]], [[10.0, 10.0]]], [[[1.0, 3.0]], [[20.0, 20.0]]]])
    gamma, beta, param = (np.ones(2), np.array([0.0, 5.0]), {'mode': 'train', 'eps': 1e-12})
    result = spatial_batchnorm_forward(x, gamma, beta, param)
    out, _ = assert_outputs(result, count=2, name='spatial_batchnorm_forward')
    expected = [[[[-1.0, 1.0]], [[4.0, 4.0]]], [[[-1.0, 1.0]], [[6.0, 6.0]]]]
    assert_close(out, expected, name='out')

