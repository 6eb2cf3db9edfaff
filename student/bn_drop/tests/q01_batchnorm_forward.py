from otter.test_files import test_case

OK_FORMAT = False

name = "q01_batchnorm_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_forward should give the worked example in training mode.")
def test_normalizes_a_worked_example(batchnorm_forward):
    import numpy as np
    from checks import Function
    from checks.worked import Worked, assert_worked_output
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    x = np.array([[3.0, 21.0], [1.0, 19.0], [3.0, 25.0], [1.0, 15.0]])
    gamma, beta, param = (np.array([2.0, 4.0]), np.array([0.0, 5.0]), {'mode': 'train'})
    out = [[1.0, 6.0], [-1.0, 4.0], [1.0, 10.0], [-1.0, 0.0]]
    worked = Worked((x, gamma, beta, {**param, 'eps': 3.0}), out)
    left = {'eps belongs inside the square root, next to the variance.': (0.5, 5.60555128), 'the eps of bn_param belongs under the root.': (2.0, 6.10940039), 'divide by the standard deviation, not by the variance.': (0.5, 5.25), 'the variance here divides by N, not by N - 1.': (0.96076892, 5.88706553)}
    centred = np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, 5.0], [-1.0, -5.0]])
    slips = [(hint, beta + centred * (np.array(first) - beta)) for hint, first in left.items()]
    slips += [('each column of the output should have the mean beta.', [[1.0, 21.0], [-1.0, 19.0], [1.0, 25.0], [-1.0, 15.0]]), ('each row is normalized; take the mean over the batch, axis 0.', [[-1.96396101, 8.92792202], [-1.96396101, 8.92792202], [-1.97565832, 8.95131664], [-1.94145069, 8.88290137]])]
    assert_worked_output(batchnorm_forward, worked, slips)

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_forward should move the running statistics towards the batch.")
def test_updates_the_running_statistics(batchnorm_forward):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.normalization import statistic_hint
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    x, ones = (np.array([[4.0], [6.0]]), np.ones(1))
    param = {'mode': 'train', 'running_mean': np.zeros(1), 'running_var': np.ones(1)}
    batchnorm_forward(x, ones, ones, param)
    for name, truth in (('running_mean', [0.5]), ('running_var', [1.0])):
        assert_close(param[name], truth, name=name, hint=partial(statistic_hint, 1))

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_forward should use the running statistics in test mode.")
def test_uses_the_running_statistics_in_testing(batchnorm_forward):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    mean, var, ones = (np.ones(2), np.full(2, 4.0), np.ones(2))
    param = {'mode': 'test', 'running_mean': mean, 'running_var': var, 'eps': 0.0}
    result = batchnorm_forward(np.array([[5.0, 1.0]]), ones, ones, param)
    out, _ = assert_outputs(result, count=2, name='batchnorm_forward')
    assert_close(out, [[3.0, 1.0]], name='out in test mode')

