from otter.test_files import test_case

OK_FORMAT = False

name = "q01_conv_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv_forward_naive should slide the filter as it is, without flipping it.")
def test_slides_a_filter_over_a_row(conv_forward_naive):
    import numpy as np
    from checks import Function, assert_close
    from checks.convolution import ConvCase, assert_convolves
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    x, w = (np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]]))
    case = ConvCase(x, w, np.zeros(1), np.ones((1, 1, 1, 2)), stride=1, pad=0)
    out = assert_convolves(conv_forward_naive, case)
    assert_close(out, [[[[21.0, 32.0]]]], name='out')

@test_case(points=2, hidden=False, 
    failure_message="conv_forward_naive should pad with zeros, step by the stride and add the bias.")
def test_pads_strides_and_adds_the_bias(conv_forward_naive):
    import numpy as np
    from checks import Function, assert_close
    from checks.convolution import ConvCase, assert_convolves
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    x, w = (np.arange(9.0).reshape(1, 1, 3, 3), np.ones((2, 1, 3, 3)))
    bias, dout = (np.array([0.0, 100.0]), np.ones((1, 2, 2, 2)))
    case = ConvCase(x, w, bias, dout, stride=2, pad=1)
    out = assert_convolves(conv_forward_naive, case)
    sums = np.array([[8.0, 12.0], [20.0, 24.0]])
    assert_close(out, [[sums, sums + 100.0]], name='out')

