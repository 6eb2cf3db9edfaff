from otter.test_files import test_case

OK_FORMAT = False

name = "q03_dropout_rows"
points = None

@test_case(points=2, hidden=False, 
    failure_message="dropout_rows should list the four rows of the worked example.")
def test_lists_the_worked_example(dropout_rows):
    import numpy as np
    from checks import Function, assert_outputs
    from checks.dropout_experiments import assert_same_rows
    dropout_rows = Function('dropout_rows', dropout_rows)
    result = dropout_rows(np.array([3.0, 5.0]), 8.0)
    X, Y = assert_outputs(result, count=2, name='dropout_rows')
    rows = np.array([[0.0, 0.0], [6.0, 0.0], [0.0, 10.0], [6.0, 10.0]])
    assert_same_rows((X, Y), rows, np.full(4, 8.0), hint=lambda *_: None)

@test_case(points=2, hidden=False, 
    failure_message="fit_rows should fit two rows exactly, and measure the loss for x.")
def test_fits_a_worked_example(fit_rows):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    fit_rows = Function('fit_rows', fit_rows)
    X, Y = (np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([6.0, 6.0]))
    result = fit_rows(X, Y, np.array([1.0, 1.0]), 6.0)
    w, training, testing = assert_outputs(result, count=3, name='fit_rows')
    assert_close(w, [3.0, 1.5], name='w')
    assert_close(training, 0.0, name='the training loss')
    assert_close(testing, 2.25, name='the test loss')

