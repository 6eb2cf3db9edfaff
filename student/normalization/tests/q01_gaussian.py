from otter.test_files import test_case

OK_FORMAT = False

name = "q01_gaussian"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_output_params should give the mean and standard deviation of the example.")
def test_gives_the_worked_example(bn_output_params):
    from checks import Function, assert_close, assert_outputs
    bn_output_params = Function('bn_output_params', bn_output_params)
    result = bn_output_params(10.0, 4.0, 3.0, -1.0, 0.0)
    mean, sd = assert_outputs(result, count=2, name='bn_output_params', stacked=True)
    assert_close(mean, -1.0, name='mean')
    assert_close(sd, 3.0, name='sd')

@test_case(points=1, hidden=False, 
    failure_message="output_density should have the area 1 under its curve.")
def test_the_area_is_one(env, output_density):
    import numpy as np
    from checks import Function, Notebook, assert_array, assert_close
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    output_density = Function('output_density', output_density)
    y = np.linspace(-31.0, 29.0, 2001)

    def area() -> None:
        density = output_density(y, 10.0, 4.0, 3.0, -1.0, 0.0)
        heights = assert_array(density, y.shape, name='density')
        below = 'a density is never negative: which sign has sd?'
        high = 'what stands in front of the exponential, and what inside?'
        hint = below if heights.min() < 0 else high
        total = heights.sum() * (y[1] - y[0])
        assert_close(total, 1.0, name='the area under the density', rtol=1e-06, hint=hint)
    in_either_world(env, {'bn_output_params': lambda *_, **__: (-1.0, 3.0)}, area)

