from otter.test_files import test_case

OK_FORMAT = False

name = "q01_conv_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv_forward_naive should slide the filter as it is, without flipping it.")
def test_slides_a_filter_over_a_row(conv_forward_naive):
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_output
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    x, w, b = (np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]]), np.zeros(1))
    row = Worked((x, w, b, {'stride': 1, 'pad': 0}), [[[[21.0, 32.0]]]])
    sides = "the kernel's height and its width are two numbers, HH and WW."
    slips = [('this layer does not flip the kernel.', [[[[12.0, 23.0]]]]), ('an output is the sum of the products, not their mean.', [[[[10.5, 16.0]]]]), ('height and width are swapped.', [[[[21.0], [32.0]]]]), ('heights belong to rows, and widths to columns.', [[[[21.0]]]]), (sides, [[[[11.0, 22.0]]]]), ('the first window begins in the corner of the image.', [[[[10.0, 21.0]]]])]
    cropped = 'a slice such as [pad:-pad] is empty when pad is 0.'
    crashes = [(cropped, (x, w, b, {'stride': 1, 'pad': 1})), (sides, (x, w[..., :1], b, {'stride': 1, 'pad': 0}))]
    assert_worked_output(conv_forward_naive, row, slips, crashes)

@test_case(points=2, hidden=False, 
    failure_message="conv_forward_naive should pad with zeros, step by the stride and add the bias.")
def test_pads_strides_and_adds_the_bias(conv_forward_naive):
    import numpy as np
    from checks import Array, Function
    from checks.worked import Worked, assert_worked_output
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    x, w = (np.arange(9.0).reshape(1, 1, 3, 3), np.ones((2, 1, 3, 3)))
    inputs = (x, w, np.array([0.0, 100.0]), {'stride': 2, 'pad': 1})

    def maps(*sums: float) -> Array:
        first = np.array(sums).reshape(2, 2)
        return np.stack([first, first + 100.0])[None]
    right = maps(8.0, 12.0, 20.0, 24.0)
    step = 'the window moves on by the stride, in rows and in columns.'
    place = 'where in the padded image does x begin, and where does it end?'
    corner = 'the windows lie too high: the first begins in the corner of the padded image, pad rows above x.'
    both = 'each filter adds its own bias, and the window moves on by the stride.'
    bias = np.array([0.0, 100.0])[:, None, None]
    slips = [('each filter adds its own bias.', right - bias), ('add the bias once for each output, not once for each product.', right + 8 * bias), ('an output is the sum of the products, not their mean.', (right - bias) / 9 + bias), ('pad with zeros.', maps(13.0, 17.0, 25.0, 29.0)), ('pad with zeros.', maps(12.0, 24.0, 48.0, 60.0)), ('height and width are swapped.', maps(8.0, 20.0, 12.0, 24.0)), (step, maps(8.0, 15.0, 21.0, 36.0)), (step, maps(8.0, 15.0, 20.0, 33.0)), (place, maps(36.0, 45.0, 63.0, 72.0)), (corner, maps(1.0, 3.0, 21.0, 27.0)), (corner, maps(0.0, 3.0, 9.0, 36.0)), (both, maps(8.0, 15.0, 21.0, 36.0) - bias), (both, maps(8.0, 15.0, 20.0, 33.0) - bias)]
    crashes = [(place, (*inputs[:3], {'stride': 2, 'pad': 0}))]
    assert_worked_output(conv_forward_naive, Worked(inputs, right), slips, crashes)

