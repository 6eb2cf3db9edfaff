from otter.test_files import test_case

OK_FORMAT = False

name = "q13_transposed_convolution"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv_transpose2d should put the stamps side by side when they do not overlap.")
def test_stamps_without_overlap(conv_transpose2d):
    import numpy as np
    from checks import Function, assert_close, assert_inputs_unchanged
    conv_transpose2d = Function('conv_transpose2d', conv_transpose2d)
    x, w = (np.array([[-1.0, 2.0], [3.0, 1.0]]), np.array([[1.0, -1.0], [0.0, 1.0]]))
    truth = [[-1, 1, 2, -2], [0, -1, 0, 2], [3, -3, 1, -1], [0, 3, 0, 1]]
    assert_close(conv_transpose2d(x, w, 2), truth, name='conv_transpose2d')
    assert_inputs_unchanged(conv_transpose2d, x, w, 2)

