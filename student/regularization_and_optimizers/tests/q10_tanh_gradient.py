from otter.test_files import test_case

OK_FORMAT = False

name = "q10_tanh_gradient"
points = None

@test_case(points=2, hidden=False, 
    failure_message="tanh_gradient should give the worked example, and a mean over three rows.")
def test_gives_the_worked_example(tanh_gradient):
    import numpy as np
    from checks import Function, assert_close
    tanh_gradient = Function('tanh_gradient', tanh_gradient)
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    gradient = tanh_gradient(np.zeros(2), X, np.array([1.0, -1.0]))
    assert_close(gradient, [2.0, 2.0], name='the gradient')
    X = np.array([[1.0, 2.0], [3.0, 4.0], [0.0, 5.0]])
    gradient = tanh_gradient(np.zeros(2), X, np.array([1.0, -1.0, -2.5]))
    assert_close(gradient, [4 / 3, 29 / 3], name='the gradient of three rows')

