from otter.test_files import test_case

OK_FORMAT = False

name = "q08_spatial_batchnorm_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="spatial_batchnorm_backward should give one dbeta a channel.")
def test_gives_dbeta_of_a_worked_example(spatial_batchnorm_forward, spatial_batchnorm_backward):
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_gradients
    from given.batchnorm import batchnorm_forward
    spatial_batchnorm_forward = Function('spatial_batchnorm_forward', spatial_batchnorm_forward)
    spatial_batchnorm_backward = Function('spatial_batchnorm_backward', spatial_batchnorm_backward)
    x, gamma, beta = (np.arange(12.0).reshape(2, 3, 1, 2), np.ones(3), np.zeros(3))
    columns = np.moveaxis(x, 1, -1).reshape(4, 3)
    _, cache = batchnorm_forward(columns, gamma, beta, {'mode': 'train'})
    near, far = (0.82199449, 1.15079229)
    out = np.array([[[[-far, -near]]], [[[near, far]]]]).repeat(3, axis=1)
    inputs = (x, gamma, beta, {'mode': 'train'})
    worked = Worked(inputs, out, np.ones_like(x), cache)
    expected = {'dx': None, 'dgamma': None, 'dbeta': [4.0, 4.0, 4.0]}
    mean = 'a gradient is a sum over the batch and all pixels, not a mean.'
    slips = [('dgamma and dbeta are exchanged.', np.zeros(3)), (mean, np.ones(3)), (mean, np.full(3, 2.0)), ('one number a channel: shape (C,).', np.full((3, 1, 2), 2.0))]
    assert_worked_gradients(spatial_batchnorm_forward, spatial_batchnorm_backward, worked, expected, {'dbeta': slips})

