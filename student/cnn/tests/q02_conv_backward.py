from otter.test_files import test_case

OK_FORMAT = False

name = "q02_conv_backward"
points = None

@test_case(points=3, hidden=False, 
    failure_message="conv_backward_naive should give dx, dw and db of the worked example.")
def test_gives_the_worked_example(conv_forward_naive, conv_backward_naive):
    import numpy as np
    from checks import Function
    from checks.convolution import ConvCase, assert_conv_gradient
    conv_forward_naive = Function('conv_forward_naive', conv_forward_naive)
    conv_backward_naive = Function('conv_backward_naive', conv_backward_naive)
    x, w = (np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]]))
    case = ConvCase(x, w, np.zeros(1), np.ones((1, 1, 1, 2)), stride=1, pad=0)
    for name in 'xwb':
        assert_conv_gradient(conv_forward_naive, conv_backward_naive, case, name)

