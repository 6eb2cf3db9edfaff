from otter.test_files import test_case

OK_FORMAT = False

name = "q02_batchnorm_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_backward should give dx of worked examples, without eps and with it.")
def test_gives_dx_of_a_worked_example(batchnorm_forward, batchnorm_backward):
    from checks import Function
    from checks.normalization import assert_gradients, batch_case
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    batchnorm_backward = Function('batchnorm_backward', batchnorm_backward)
    x, dout = ([[1.0], [1.0], [3.0], [3.0]], [[2.0], [0.0], [1.0], [0.0]])
    case = batch_case(x, dout, gamma=[2.0], eps=0.0)
    expected = {'dx': [[2.0], [-2.0], [1.0], [-1.0]]}
    x_hat = [[-1.0], [-1.0], [1.0], [1.0]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)
    x, dout = ([[-2.0], [-2.0], [2.0], [2.0]], [[1.0], [2.0], [3.0], [6.0]])
    case = batch_case(x, dout, gamma=[5.0], eps=2.25)
    expected = {'dx': [[-2.08], [-0.08], [-1.92], [4.08]]}
    x_hat = [[-0.8], [-0.8], [0.8], [0.8]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_backward should give dgamma and dbeta of the worked example, shape (D,).")
def test_gives_dgamma_and_dbeta_of_a_worked_example(batchnorm_forward, batchnorm_backward):
    from checks import Function
    from checks.normalization import assert_gradients, batch_case
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    batchnorm_backward = Function('batchnorm_backward', batchnorm_backward)
    x, dout = ([[0.0, 10.0], [2.0, 30.0]], [[1.0, 2.0], [3.0, 6.0]])
    case = batch_case(x, dout, gamma=[5.0, 7.0], eps=0.0)
    expected = {'dgamma': [2.0, 4.0], 'dbeta': [4.0, 8.0]}
    x_hat = [[-1.0, -1.0], [1.0, 1.0]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)

