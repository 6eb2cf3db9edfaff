from otter.test_files import test_case

OK_FORMAT = False

name = "q09_closed_form"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_gradients should give dX of the worked example.")
def test_gives_dx_of_the_worked_example(bn_gradients):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    bn_gradients = Function('bn_gradients', bn_gradients)
    dY, X = (np.array([[1.0], [2.0], [6.0]]), np.array([[-1.0], [-1.0], [2.0]]))
    result = bn_gradients(dY, X, np.array([2.0]), 2.0)
    dX, _, _ = assert_outputs(result, count=3, name='bn_gradients')
    assert_close(dX, [[-1.25], [-0.25], [1.5]], name='dX')

@test_case(points=1, hidden=False, 
    failure_message="bn_gradients should give dgamma and dbeta of the worked example.")
def test_gives_dgamma_and_dbeta_of_the_worked_example(bn_gradients):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    bn_gradients = Function('bn_gradients', bn_gradients)
    dY, X = (np.array([[1.0], [2.0], [6.0]]), np.array([[-1.0], [-1.0], [2.0]]))
    result = bn_gradients(dY, X, np.array([2.0]), 2.0)
    _, dgamma, dbeta = assert_outputs(result, count=3, name='bn_gradients')
    assert_close(dgamma, [4.5], name='dgamma')
    assert_close(dbeta, [9.0], name='dbeta')

