from otter.test_files import test_case

OK_FORMAT = False

name = "q05_dropout_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="dropout_backward should double dout where an entry survived p = 0.5, else give 0.")
def test_doubles_the_gradient_of_survivors(dropout_forward, dropout_backward):
    import numpy as np
    from checks import Function
    from checks.dropout import DropoutCase, assert_dropout_gradient
    dropout_forward = Function('dropout_forward', dropout_forward)
    dropout_backward = Function('dropout_backward', dropout_backward)
    x, dout = (np.arange(1.0, 41.0), np.arange(41.0, 81.0))
    for shape in ((40,), (5, 8)):
        case = DropoutCase(x.reshape(shape), dout.reshape(shape), p=0.5, seed=3)
        assert_dropout_gradient(dropout_forward, dropout_backward, case, 'train')

