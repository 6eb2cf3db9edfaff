from otter.test_files import test_case

OK_FORMAT = False

name = "q01_batchnorm_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_forward should give the worked example in training mode.")
def test_normalizes_a_worked_example(batchnorm_forward):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    x = np.array([[1.0, 10.0], [3.0, 30.0]])
    param = {'mode': 'train', 'eps': 0.0}
    result = batchnorm_forward(x, np.array([1.0, 2.0]), np.array([0.0, 5.0]), param)
    out, _ = assert_outputs(result, count=2, name='batchnorm_forward')
    assert_close(out, [[-1.0, 3.0], [1.0, 7.0]], name='out')

@test_case(points=2, hidden=False, 
    failure_message="batchnorm_forward should move the running statistics towards the batch.")
def test_updates_the_running_statistics(batchnorm_forward):
    import numpy as np
    from checks import Function, assert_close
    batchnorm_forward = Function('batchnorm_forward', batchnorm_forward)
    x, ones = (np.array([[4.0], [6.0]]), np.ones(1))
    param = {'mode': 'train', 'running_mean': np.zeros(1), 'running_var': np.ones(1)}
    batchnorm_forward(x, ones, ones, param)
    assert_close(param['running_mean'], [0.5], name='running_mean')
    assert_close(param['running_var'], [1.0], name='running_var')

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

