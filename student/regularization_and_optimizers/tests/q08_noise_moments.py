from otter.test_files import test_case

OK_FORMAT = False

name = "q08_noise_moments"
points = None

@test_case(points=2, hidden=False, 
    failure_message="noise_moments should give the worked example.")
def test_gives_the_worked_example(noise_moments):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    noise_moments = Function('noise_moments', noise_moments)
    result = noise_moments(np.array([[1.0, 2.0]]), 1.0, 1.0)
    mean, second = assert_outputs(result, count=2, name='noise_moments')
    assert_close(mean, [[1.0, 2.0]], name='E[P]')
    assert_close(second, [[2.0, 2.0], [2.0, 8.0]], name='E[P^T P]')

