from otter.test_files import test_case

OK_FORMAT = False

name = "q05_statistics_shape"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_stat_shape should return a tuple that lines up with x.")
def test_lines_up_with_a_tiny_array(bn_stat_shape):
    from checks import Function
    from checks.statistics_shapes import assert_lines_up
    bn_stat_shape = Function('bn_stat_shape', bn_stat_shape)
    shape = bn_stat_shape((1, 1, 1, 3), 'NHWC')
    assert_lines_up(shape, (1, 1, 1, 3), name="bn_stat_shape((1, 1, 1, 3), 'NHWC')")

