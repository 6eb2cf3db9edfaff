"""What correct `weight_gradients` are, for any sensitivities."""

from functools import partial

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.lists import assert_layers
from references.gradients import autograd
from references.tanh_networks import networks, outer_hint


@public(points=1)
def test_gives_the_worked_example(weight_gradients: Function) -> None:
    """weight_gradients should give those of the worked example to six digits."""
    x1 = np.array([1.0, 0.6043677771, 0.7615941560])
    x2, x3 = np.array([1.0, -0.9015456534]), np.array([-0.8030913067])
    delta1 = np.array([-0.8570673, 1.7012313])
    delta2, delta3 = np.array([-1.3502661]), np.array([-3.6061826])
    xs = [np.array([1.0, 2.0]), x1, x2, x3]
    gradients = weight_gradients(xs, [delta1, delta2, delta3])
    W1 = [[-0.857067, 1.701231], [-1.714135, 3.402463]]
    W2, W3 = [[-1.350266], [-0.816057], [-1.028355]], [[-3.606183], [3.251138]]
    name, function = "the gradient of W", "weight_gradients"
    assert_layers(
        gradients, [W1, W2, W3], function=function, name=name, first=1, rtol=3e-6
    )


@hidden(points=3)
def test_combines_what_it_is_given(weight_gradients: Function) -> None:
    """weight_gradients should follow from the given outputs and sensitivities."""
    rng = random_cases("weight gradients")
    for net in networks(rng):
        given = [rng.normal(size=delta.shape) for delta in net.deltas]
        for deltas in (net.deltas, given):
            truth = []
            for x, delta, W in zip(net.outputs, deltas, net.weights, strict=False):
                _, grads = autograd(lambda W, x=x: x @ W, {"W": W}, delta)
                truth.append(grads["W"])
            answer = weight_gradients(net.outputs, [delta.copy() for delta in deltas])
            assert_layers(
                answer,
                truth,
                function="weight_gradients",
                name="the gradient of W",
                first=1,
                hint=partial(outer_hint, net.outputs, deltas),
            )
