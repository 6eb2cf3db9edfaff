from otter.test_files import test_case

OK_FORMAT = False

name = "q03_max_pool_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="max_pool_forward_naive should keep the largest entry, also among negative ones.")
def test_keeps_the_largest_of_each_window(max_pool_forward_naive):
    import numpy as np
    from checks import Function, assert_close
    from checks.convolution import PoolCase, assert_pools
    max_pool_forward_naive = Function('max_pool_forward_naive', max_pool_forward_naive)
    x, dout = (np.array([[[[-3.0, -1.0, -2.0]]]]), np.ones((1, 1, 1, 2)))
    case = PoolCase(x, dout, height=1, width=2, stride=1)
    out = assert_pools(max_pool_forward_naive, case)
    assert_close(out, [[[[-1.0, -1.0]]]], name='out')

