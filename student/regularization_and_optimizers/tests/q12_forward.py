from otter.test_files import test_case

OK_FORMAT = False

name = "q12_forward"
points = None

@test_case(points=2, hidden=False, 
    failure_message="forward_pass should give all layers of the worked example to six digits.")
def test_gives_the_worked_example(forward_pass):
    import numpy as np
    from checks import Function
    from checks.lists import assert_layers
    forward_pass = Function('forward_pass', forward_pass)
    W1 = np.array([[0.1, 0.2], [0.3, 0.4]])
    W2, W3 = (np.array([[0.2], [1.0], [-3.0]]), np.array([[1.0], [2.0]]))
    xs = forward_pass(np.array([2.0]), [W1, W2, W3])
    truth = [[1.0, 2.0], [1.0, 0.604368, 0.761594], [1.0, -0.901546], [-0.803091]]
    assert_layers(xs, truth, function='forward_pass', name='x', rtol=3e-06)

