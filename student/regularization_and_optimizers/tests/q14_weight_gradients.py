from otter.test_files import test_case

OK_FORMAT = False

name = "q14_weight_gradients"
points = None

@test_case(points=1, hidden=False, 
    failure_message="weight_gradients should give those of the worked example to six digits.")
def test_gives_the_worked_example(weight_gradients):
    import numpy as np
    from checks import Function
    from checks.lists import assert_layers
    weight_gradients = Function('weight_gradients', weight_gradients)
    x1 = np.array([1.0, 0.6043677771, 0.761594156])
    x2, x3 = (np.array([1.0, -0.9015456534]), np.array([-0.8030913067]))
    delta1 = np.array([-0.8570673, 1.7012313])
    delta2, delta3 = (np.array([-1.3502661]), np.array([-3.6061826]))
    xs = [np.array([1.0, 2.0]), x1, x2, x3]
    gradients = weight_gradients(xs, [delta1, delta2, delta3])
    W1 = [[-0.857067, 1.701231], [-1.714135, 3.402463]]
    W2, W3 = ([[-1.350266], [-0.816057], [-1.028355]], [[-3.606183], [3.251138]])
    name, function = ('the gradient of W', 'weight_gradients')
    assert_layers(gradients, [W1, W2, W3], function=function, name=name, first=1, rtol=3e-06)

