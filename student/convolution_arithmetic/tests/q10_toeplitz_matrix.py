from otter.test_files import test_case

OK_FORMAT = False

name = "q10_toeplitz_matrix"
points = None

@test_case(points=1, hidden=False, 
    failure_message="toeplitz_matrix should give the matrix of the worked example.")
def test_writes_a_worked_example(toeplitz_matrix):
    import numpy as np
    from checks import Function, assert_close
    toeplitz_matrix = Function('toeplitz_matrix', toeplitz_matrix)
    W = toeplitz_matrix(np.array([1.0, 3.0, 2.0]), 4)
    assert_close(W, [[2, 3, 1, 0], [0, 2, 3, 1]], name='toeplitz_matrix')

@test_case(points=0.5, hidden=False, 
    failure_message="free_params should be (3, 3) when there is one output of three numbers.")
def test_counts_a_single_output(free_params):
    from checks import Function
    from checks.arithmetic import assert_counts
    free_params = Function('free_params', free_params)
    assert_counts(free_params(3, 3), (3, 3), name='free_params(3, 3)')

