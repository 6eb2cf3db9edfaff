from otter.test_files import test_case

OK_FORMAT = False

name = "q04_max_pool_backward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="max_pool_backward_naive should add up the gradients of overlapping windows.")
def test_gives_the_worked_example(max_pool_forward_naive, max_pool_backward_naive):
    import numpy as np
    from checks import Function
    from checks.convolution import PoolCase, assert_pool_gradient
    max_pool_forward_naive = Function('max_pool_forward_naive', max_pool_forward_naive)
    max_pool_backward_naive = Function('max_pool_backward_naive', max_pool_backward_naive)
    x, dout = (np.array([[[[1.0, 5.0, 2.0]]]]), np.array([[[[3.0, 4.0]]]]))
    case = PoolCase(x, dout, height=1, width=2, stride=1)
    assert_pool_gradient(max_pool_forward_naive, max_pool_backward_naive, case)

