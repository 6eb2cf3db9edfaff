from otter.test_files import test_case

OK_FORMAT = False

name = "q03_max_pool_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="max_pool_forward_naive should keep the largest entry, also among negative ones.")
def test_keeps_the_largest_of_each_window(max_pool_forward_naive):
    from typing import Any
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_output
    max_pool_forward_naive = Function('max_pool_forward_naive', max_pool_forward_naive)
    x = np.array([[[[-3.0, -1.0, -2.0]]]])
    inputs = (x, {'pool_height': 1, 'pool_width': 2, 'stride': 1})
    window = "the window's size and the stride are two different things."
    slips: list[tuple[str, Any]] = [('max pooling keeps the largest value, not the mean.', [[[[-2.0, -1.5]]]]), ('max pooling keeps the largest value, not the smallest.', [[[[-3.0, -2.0]]]]), ('a window of negative numbers has a negative maximum.', [[[[0.0, 0.0]]]]), ('a window of negative numbers has a negative maximum.', [[[[-3.0, -2.0]]]]), (window, [[[[-3.0, -1.0]]]]), ('height and width of the window are swapped.', [[[[-3.0, -1.0]]]]), ('the largest entry may stand anywhere in its window.', [[[[-1.0, -2.0]]]])]
    row = Worked(inputs, [[[[-1.0, -1.0]]]])
    assert_worked_output(max_pool_forward_naive, row, slips)

