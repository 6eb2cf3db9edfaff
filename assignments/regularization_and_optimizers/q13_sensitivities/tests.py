"""What correct `sensitivities` are: what automatic differentiation gives."""

from functools import partial

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.lists import assert_layers
from references.tanh_networks import networks, sensitivity_hint


@public(points=2)
def test_gives_the_worked_example(sensitivities: Function) -> None:
    """Sensitivities should give those of the worked example to six digits."""
    W1 = np.array([[0.1, 0.2], [0.3, 0.4]])
    W2, W3 = np.array([[0.2], [1.0], [-3.0]]), np.array([[1.0], [2.0]])
    x1 = np.array([1.0, 0.6043677771, 0.7615941560])
    x2, x3 = np.array([1.0, -0.9015456534]), np.array([-0.8030913067])
    xs = [np.array([1.0, 2.0]), x1, x2, x3]
    deltas = sensitivities(xs, np.array([1.0]), [W1, W2, W3])
    truth = [[-0.857067, 1.701231], [-1.350266], [-3.606183]]
    name, first = "delta", 1
    assert_layers(
        deltas, truth, function="sensitivities", name=name, first=first, rtol=3e-6
    )


@hidden(points=4)
def test_agrees_with_autograd(sensitivities: Function) -> None:
    """Sensitivities should give what automatic differentiation gives, for any network."""
    for net in networks(random_cases("sensitivities")):
        weights = [W.copy() for W in net.weights]
        deltas = sensitivities(net.outputs, net.y.copy(), weights)
        assert_layers(
            deltas,
            net.deltas,
            function="sensitivities",
            name="delta",
            first=1,
            hint=partial(sensitivity_hint, net),
        )
