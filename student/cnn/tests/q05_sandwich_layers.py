from otter.test_files import test_case

OK_FORMAT = False

name = "q05_sandwich_layers"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv_relu_pool_forward should convolve first, then take the ReLU, then pool.")
def test_calls_the_layers_in_order(env, conv_relu_pool_forward):
    import numpy as np
    from checks import Function, Notebook, assert_close, assert_outputs
    from checks.sandwich import STAND_INS, composition_hint
    env = Notebook('env', env)
    conv_relu_pool_forward = Function('conv_relu_pool_forward', conv_relu_pool_forward)
    x = np.array([[[[1.0, -4.0]]]])
    with env.standing_on(**STAND_INS):
        result = conv_relu_pool_forward(x, None, None, {}, {})
        out, _ = assert_outputs(result, count=2, name='conv_relu_pool_forward')
    assert_close(out, [[[[14.0, 10.0]]]], name='out', hint=composition_hint)

