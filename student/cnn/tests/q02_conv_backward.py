from otter.test_files import test_case

OK_FORMAT = False

name = "q02_conv_backward"
points = None

@test_case(points=3, hidden=False, 
    failure_message="conv_backward_naive should give dx, dw and db of the worked example, stride 2 too.")
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
    functions = (conv_forward_naive, conv_backward_naive)
    assert_worked_gradients(*functions, row, expected, slips)
    x, w = (np.arange(1.0, 16.0).reshape(1, 1, 3, 5), np.array([[[[1.0, 10.0, 100.0]]]]))
    inputs = (x, w, np.zeros(1), {'stride': 2, 'pad': 0})
    out, dout = ([[[[321.0, 543.0], [1431.0, 1653.0]]]], [[[[1.0, 2.0], [3.0, 4.0]]]])
    first, last = ([1.0, 10.0, 102.0, 20.0, 200.0], [3.0, 30.0, 304.0, 40.0, 400.0])
    expected = {'dx': [[[first, [0.0] * 5, last]]], 'dw': [[[[92.0, 102.0, 112.0]]]], 'db': [10.0]}
    step = 'the window moves on by the stride, in rows and in columns.'
    above, below = ([1.0, 12.0, 120.0, 200.0, 0.0], [3.0, 34.0, 340.0, 400.0, 0.0])
    slips = {'dx': [(step, [[[above, below, [0.0] * 5]]]), (step, [[[above, [0.0] * 5, below]]])], 'dw': [(step, [[[[51.0, 61.0, 71.0]]]]), (step, [[[[86.0, 96.0, 106.0]]]])]}
    wide = Worked(inputs, out, dout, inputs)
    assert_worked_gradients(*functions, wide, expected, slips)

