from otter.test_files import test_case

OK_FORMAT = False

name = "q06_large_batch"
points = None

@test_case(points=2, hidden=False, 
    failure_message="average_descent should take the step of the worked example.")
def test_takes_one_step(average_descent):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.hints import recognise
    average_descent = Function('average_descent', average_descent)
    X, Y = (np.array([[2.0], [0.0]]), np.array([4.0, 4.0]))
    slips = [('the gradient points uphill: which way does a step go?', [-0.8]), ('the loss is the mean of the rows, not their sum.', [1.6]), ('where does the 2 of the square go?', [0.4]), ('count the steps.', [0.0])]
    w = average_descent(X, Y, 0.1, 1)
    hint = partial(recognise, mistakes=slips)
    assert_close(w, [0.8], name='w after one step', hint=hint)

@test_case(points=0.5, hidden=False, 
    failure_message="large_batch should be letters from A to E.")
def test_large_batch_is_letters(large_batch):
    from checks import assert_choices
    assert_choices(large_batch, 'ABCDE', name='large_batch')

