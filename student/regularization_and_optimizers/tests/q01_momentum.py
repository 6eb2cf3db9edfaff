from otter.test_files import test_case

OK_FORMAT = False

name = "q01_momentum"
points = None

@test_case(points=2, hidden=False, 
    failure_message="momentum_step should give the three steps of the worked example.")
def test_follows_the_worked_example(momentum_step):
    import numpy as np
    from checks import Function, assert_close
    from checks.walks import follow
    momentum_step = Function('momentum_step', momentum_step)
    gradients = np.array([[1.0], [2.0], [-1.0]])
    start = {'theta': np.zeros(1), 'm': np.zeros(1)}
    seen = follow(momentum_step, start, gradients, (1.0, 0.9))
    assert_close(seen['m'], [[0.1], [0.29], [0.161]], name='m after each step')
    truth = [[-0.1], [-0.39], [-0.551]]
    assert_close(seen['theta'], truth, name='theta after each step')

