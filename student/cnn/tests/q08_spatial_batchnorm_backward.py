from otter.test_files import test_case

OK_FORMAT = False

name = "q08_spatial_batchnorm_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="spatial_batchnorm_backward should give one dbeta a channel.")
def test_gives_dbeta_of_a_worked_example(spatial_batchnorm_forward, spatial_batchnorm_backward):
    import numpy as np
    from checks import Function
    from checks.spatial import assert_spatial_gradients, spatial_case
    from given.batchnorm import batchnorm_forward
    spatial_batchnorm_forward = Function('spatial_batchnorm_forward', spatial_batchnorm_forward)
    spatial_batchnorm_backward = Function('spatial_batchnorm_backward', spatial_batchnorm_backward)
    x = np.arange(12.0).reshape(2, 3, 1, 2)
    case = spatial_case(x, dout=np.ones_like(x))
    _, cache = batchnorm_forward(*case.plain('train'))
    functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
    assert_spatial_gradients(*functions, case, 'beta', cache)

