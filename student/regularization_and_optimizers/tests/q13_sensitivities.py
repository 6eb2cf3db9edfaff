from otter.test_files import test_case

OK_FORMAT = False

name = "q13_sensitivities"
points = None

@test_case(points=2, hidden=False, 
    failure_message="Sensitivities should give those of the worked example to six digits.")
def test_gives_the_worked_example(sensitivities):
    import numpy as np
    from checks import Function
    from checks.lists import assert_layers
    sensitivities = Function('sensitivities', sensitivities)
    W1 = np.array([[0.1, 0.2], [0.3, 0.4]])
    W2, W3 = (np.array([[0.2], [1.0], [-3.0]]), np.array([[1.0], [2.0]]))
    x1 = np.array([1.0, 0.6043677771, 0.761594156])
    x2, x3 = (np.array([1.0, -0.9015456534]), np.array([-0.8030913067]))
    xs = [np.array([1.0, 2.0]), x1, x2, x3]
    deltas = sensitivities(xs, np.array([1.0]), [W1, W2, W3])
    truth = [[-0.857067, 1.701231], [-1.350266], [-3.606183]]
    name, first = ('delta', 1)
    assert_layers(deltas, truth, function='sensitivities', name=name, first=first, rtol=3e-06)

