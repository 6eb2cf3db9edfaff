from otter.test_files import test_case

OK_FORMAT = False

name = "q08_spatial_batchnorm_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="spatial_batchnorm_backward should give one dbeta a channel, and dx for any eps.")
def test_gives_worked_examples(spatial_batchnorm_forward, spatial_batchnorm_backward):
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
    functions = (spatial_batchnorm_forward, spatial_batchnorm_backward)
    assert_worked_gradients(*functions, worked, expected, {'dbeta': slips})
    x, gamma = (np.array([[[[-1.0, -1.0, 2.0]], [[3.0, 6.0, 3.0]]]]), np.array([4.0, 2.0]))
    param = {'mode': 'train', 'eps': 2.0}
    _, cache = batchnorm_forward(x[0, :, 0].T, gamma, np.ones(2), dict(param))
    out = np.array([[[[-1.0, -1.0, 5.0]], [[0.0, 3.0, 0.0]]]])
    dout = np.array([[[[1.0, 2.0, 6.0]], [[0.0, 3.0, 6.0]]]])
    worked = Worked((x, gamma, np.ones(2), param), out, dout, cache)
    dx = np.array([[[[-2.5, -0.5, 3.0]], [[-3.0, 0.0, 3.0]]]])
    only_dx = {'dx': dx, 'dgamma': None, 'dbeta': None}
    assert_worked_gradients(*functions, worked, only_dx)

