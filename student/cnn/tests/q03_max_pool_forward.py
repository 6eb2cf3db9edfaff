from otter.test_files import test_case

OK_FORMAT = False

name = "q03_max_pool_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="max_pool_forward_naive should keep the largest entry, also among negative ones.")
def test_keeps_the_largest_of_each_window(max_pool_forward_naive):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    max_pool_forward_naive = Function('max_pool_forward_naive', max_pool_forward_naive)
    param = {'pool_height': 1, 'pool_width': 2, 'stride': 1}
    result = max_pool_forward_naive(np.array([[[[-3.0, -1.0, -2.0]]]]), param)
    out, _ = assert_outputs(result, count=2, name='max_pool_forward_naive')
    assert_close(out, [[[[-1.0, -1.0]]]], name='out')

