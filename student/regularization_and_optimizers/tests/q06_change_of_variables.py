from otter.test_files import test_case

OK_FORMAT = False

name = "q06_change_of_variables"
points = None

@test_case(points=2, hidden=False, 
    failure_message="effective_data should give the worked example.")
def test_gives_the_worked_example(effective_data):
    import numpy as np
    from checks import Array, Function
    from checks.scales import assert_close_up_to_scale
    effective_data = Function('effective_data', effective_data)
    X, Gamma = (np.array([[2.0, 6.0], [4.0, 9.0]]), np.diag([2.0, 3.0]))
    truth = [[1.0, 2.0], [2.0, 3.0]]

    def by_zeros(answer: Array) -> str | None:
        entries = 'zeros of Gamma divide here: how does a matrix divide another?'
        return None if np.isfinite(answer).all() else entries
    answer = effective_data(X, Gamma)
    assert_close_up_to_scale(answer, truth, name='X_tilde', hint=by_zeros)

