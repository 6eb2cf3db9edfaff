"""What a correct `forward_pass` must return, layer by layer."""

from functools import partial

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.lists import assert_layers
from references.tanh_networks import layer_hint, networks


@public(points=2)
def test_gives_the_worked_example(forward_pass: Function) -> None:
    """forward_pass should give all layers of the worked example to six digits."""
    W1 = np.array([[0.1, 0.2], [0.3, 0.4]])
    W2, W3 = np.array([[0.2], [1.0], [-3.0]]), np.array([[1.0], [2.0]])
    xs = forward_pass(np.array([2.0]), [W1, W2, W3])
    truth = [[1.0, 2.0], [1.0, 0.604368, 0.761594], [1.0, -0.901546], [-0.803091]]
    assert_layers(xs, truth, function="forward_pass", name="x", rtol=3e-6)


@hidden(points=4)
def test_gives_every_layer(forward_pass: Function) -> None:
    """forward_pass should give every layer of networks of any depth and width."""
    for net in networks(random_cases("forward")):
        xs = forward_pass(net.x, [W.copy() for W in net.weights])
        hint = partial(layer_hint, net)
        assert_layers(xs, net.outputs, function="forward_pass", name="x", hint=hint)
