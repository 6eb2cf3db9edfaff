from otter.test_files import test_case

OK_FORMAT = False

name = "q02_adam"
points = None

@test_case(points=1, hidden=False, 
    failure_message="adam_step should give the three steps of the worked example.")
def test_follows_the_worked_example(adam_step):
    import numpy as np
    from checks import Function, assert_close
    from checks.walks import follow
    adam_step = Function('adam_step', adam_step)
    gradients = np.array([[1.0], [2.0], [-1.0]])
    start = {'theta': np.zeros(1), 'm': np.zeros(1), 'v': np.zeros(1)}
    seen = follow(adam_step, start, gradients, (0.001, 0.9, 0.999))
    truth = [[-0.0031623], [-0.0072639], [-0.0093433]]
    assert_close(seen['theta'], truth, name='theta after each step', atol=1e-06)

