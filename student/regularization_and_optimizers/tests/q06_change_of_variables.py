from otter.test_files import test_case

OK_FORMAT = False

name = "q06_change_of_variables"
points = None

@test_case(points=2, hidden=False, 
    failure_message="effective_data should give the worked example.")
def test_gives_the_worked_example(effective_data):
    import numpy as np
    from checks import Function
    from checks.scales import assert_close_up_to_scale
    effective_data = Function('effective_data', effective_data)
    X, Gamma = (np.array([[2.0, 6.0], [4.0, 9.0]]), np.diag([2.0, 3.0]))
    truth = [[1.0, 2.0], [2.0, 3.0]]
    assert_close_up_to_scale(effective_data(X, Gamma), truth, name='X_tilde')

