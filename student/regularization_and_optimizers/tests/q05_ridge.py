from otter.test_files import test_case

OK_FORMAT = False

name = "q05_ridge"
points = None

@test_case(points=2, hidden=False, 
    failure_message="to_ridge should give the worked example.")
def test_gives_the_worked_example(to_ridge):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    from checks.lists import unstacked
    to_ridge = Function('to_ridge', to_ridge)
    result = to_ridge(np.array([[3.0, 0.0], [4.0, 2.0]]), np.array([2.0, -4.0]), 0.5)
    w, gamma = assert_outputs(unstacked(result), count=2, name='to_ridge')
    assert_close(w, [1.0, -2.0], name='w')
    assert_close(gamma, [5.0, 2.0], name='gamma')

