from otter.test_files import test_case

OK_FORMAT = False

name = "q02_conv_backward"
points = None

@test_case(points=3, hidden=False, 
    failure_message="conv_backward_naive should give dx, dw and db of the worked example.")
def test_gives_the_worked_example(conv_forward_naive, conv_backward_naive):
    from typing import Any
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_gradients
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    conv_backward_naive = Function('conv_backward_naive', conv_backward_naive)
    x, w = (np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]]))
    inputs = (x, w, np.zeros(1), {'stride': 1, 'pad': 0})
    row = Worked(inputs, [[[[21.0, 32.0]]]], [[[[1.0, 1.0]]]], inputs)
    expected: dict[str, Any] = {'dx': [[[[1.0, 11.0, 10.0]]]], 'dw': [[[[3.0, 5.0]]]], 'db': [2.0]}
    overlap = 'windows overlap: a pixel collects from each window that covers it.'
    place = 'dw collects from every place: what happens at the second one?'
    shape = 'a gradient has the shape of what it belongs to.'
    number = 'one number a filter: sum over the images and over all places.'
    slips: dict[str, Any] = {'dx': [(overlap, [[[[1.0, 10.0, 10.0]]]]), (overlap, [[[[1.0, 1.0, 10.0]]]]), ('the kernel goes back as it came: it is not flipped.', [[[[10.0, 11.0, 1.0]]]]), ('a slice such as [pad:-pad] is empty when pad is 0.', np.zeros((1, 1, 0, 0))), (shape, [[[[3.0, 5.0]]]])], 'dw': [('the kernel is not flipped, so dw is not either.', [[[[5.0, 3.0]]]]), (place, [[[[2.0, 3.0]]]])], 'db': [('a gradient is a sum, not a mean; a division by N belongs to the loss.', [1.0]), (shape, [[[[2.0]]]]), (number, [[[1.0, 1.0]]])]}
    assert_worked_gradients(conv_forward_naive, conv_backward_naive, row, expected, slips)

