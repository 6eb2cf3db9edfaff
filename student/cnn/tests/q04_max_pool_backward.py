from otter.test_files import test_case

OK_FORMAT = False

name = "q04_max_pool_backward"
points = None

@test_case(points=3, hidden=False, 
    failure_message="max_pool_backward_naive should add up the gradients of overlapping windows.")
def test_gives_the_worked_example(max_pool_forward_naive, max_pool_backward_naive):
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_gradients
    max_pool_forward_naive = Function('max_pool_forward_naive', max_pool_forward_naive)
    max_pool_backward_naive = Function('max_pool_backward_naive', max_pool_backward_naive)
    inputs = (np.array([[[[1.0, 5.0, 2.0]]]]), {'pool_height': 1, 'pool_width': 2, 'stride': 1})
    row = Worked(inputs, [[[[5.0, 5.0]]]], [[[[3.0, 4.0]]]], inputs)
    tiles = (np.array([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 6.0, 1.0], [7.0] * 4, [8.0, 9.0, 7.5, 7.0]])[None, None], {'pool_height': 2, 'pool_width': 2, 'stride': 2})
    dx = np.zeros((1, 1, 4, 4))
    dx[0, 0, [0, 1, 3, 3], [1, 2, 1, 2]] = [1.0, 2.0, 3.0, 4.0]
    out, dout = ([[[[5.0, 6.0], [9.0, 7.5]]]], [[[[1.0, 2.0], [3.0, 4.0]]]])
    square = (Worked(tiles, out, dout, tiles), {'dx': dx})
    only = 'only the largest entry of a window gets its gradient.'
    slips = [('the sum of dx must be the sum of dout: where windows overlap, one entry collects from several windows.', [[[[0.0, 4.0, 0.0]]]]), ("the window's gradient goes to its largest entry, so dout counts.", [[[[0.0, 2.0, 0.0]]]]), ('an entry that reaches the output as it is has the slope 1.', [[[[0.0, 35.0, 0.0]]]]), (only, [[[[3.0, 7.0, 4.0]]]]), (only, [[[[1.5, 3.5, 2.0]]]]), ("the window's size and the stride are two different things.", [[[[0.0, 3.0, 4.0]]]]), ("the window's height and its width are two numbers.", [[[[3.0, 4.0, 0.0]]]]), ("the window's size and the stride are two different things.", [[[[3.0, 4.0, 0.0]]]])]
    functions = (max_pool_forward_naive, max_pool_backward_naive)
    expected = {'dx': [[[[0.0, 7.0, 0.0]]]]}
    assert_worked_gradients(*functions, row, expected, {'dx': slips}, [square])
    inputs = (np.array([[[[1.0, 2.0, 9.0, 3.0, 4.0], [0.0, 8.0, 5.0, 7.0, 6.0]]]]), {'pool_height': 2, 'pool_width': 3, 'stride': 2})
    wide = Worked(inputs, [[[[9.0, 9.0]]]], [[[[1.0, 2.0]]]], inputs)
    expected = {'dx': [[[[0.0, 0.0, 3.0, 0.0, 0.0], [0.0] * 5]]]}
    assert_worked_gradients(*functions, wide, expected, None, [square])

