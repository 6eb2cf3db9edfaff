from otter.test_files import test_case

OK_FORMAT = False

name = "q04_output_shapes"
points = None

@test_case(points=1, hidden=False, 
    failure_message="conv_shape should give the height and width where every window fits.")
def test_sizes_a_worked_convolution(conv_shape):
    from checks import Function
    from checks.arithmetic import assert_counts
    conv_shape = Function('conv_shape', conv_shape)
    assert_counts(conv_shape((3, 5, 7), 4, 3, 1, 0), (4, 3, 5), name='conv_shape')

@test_case(points=1, hidden=False, 
    failure_message="pool_shape should halve height and width for a 2x2 window with stride 2.")
def test_sizes_a_worked_pool(pool_shape):
    from checks import Function
    from checks.arithmetic import assert_counts
    pool_shape = Function('pool_shape', pool_shape)
    assert_counts(pool_shape((3, 4, 6), 2, 2), (3, 2, 3), name='pool_shape')

