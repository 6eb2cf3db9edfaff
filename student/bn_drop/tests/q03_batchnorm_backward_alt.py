from otter.test_files import test_case

OK_FORMAT = False

name = "q03_batchnorm_backward_alt"
points = None

@test_case(points=1, hidden=False, 
    failure_message="batchnorm_backward_alt should give worked examples by a formula of its own.")
def test_gives_a_worked_example(batchnorm_forward, batchnorm_backward_alt, env):
    import numpy as np
    from checks import Function, Notebook
    from checks.backward import on_its_own
    from checks.normalization import assert_gradients, batch_case
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    batchnorm_backward_alt = Function('batchnorm_backward_alt', batchnorm_backward_alt)
    env = Notebook('env', env)
    x, dout = ([[1.0], [1.0], [3.0], [3.0]], [[8.0], [0.0], [0.0], [4.0]])
    case = batch_case(x, dout, gamma=[1.0], eps=0.0)
    dx = np.array([[4.0], [-4.0], [-2.0], [2.0]])
    expected = {'dx': dx, 'dgamma': np.array([-4.0]), 'dbeta': np.array([12.0])}
    x_hat = [[-1.0], [-1.0], [1.0], [1.0]]
    x, dout = ([[-2.0], [1.0], [1.0]], [[8.0], [0.0], [4.0]])
    other = batch_case(x, dout, gamma=[4.0], eps=2.0)
    positive_eps = {'dx': np.array([[4.0], [-6.0], [2.0]])}
    other_x_hat = [[-1.0], [0.5], [0.5]]
    functions = (batchnorm_forward, batchnorm_backward_alt)
    with on_its_own(batchnorm_backward_alt, 'batchnorm_backward', env):
        assert_gradients(*functions, case, expected, x_hat)
        assert_gradients(*functions, other, positive_eps, other_x_hat)

