from otter.test_files import test_case

OK_FORMAT = False

name = "q06_demean_backward"
points = None

@test_case(points=1, hidden=False, 
    failure_message="demean_backward should give the worked example.")
def test_gives_the_worked_example(demean_backward):
    import numpy as np
    from checks import Function, assert_close
    demean_backward = Function('demean_backward', demean_backward)
    dx = demean_backward(np.array([1.0, 2.0, 6.0]), 2.0)
    assert_close(dx, [-4.0, -2.0, 6.0], name='dx')

@test_case(points=1, hidden=False, 
    failure_message="demean_backward should give zeros when all entries of dy are equal.")
def test_equal_gradients_cancel(demean_backward):
    import numpy as np
    from checks import Function, assert_close
    demean_backward = Function('demean_backward', demean_backward)
    dx = demean_backward(np.full(4, 2.5), 3.0)
    assert_close(dx, np.zeros(4), name='dx')

