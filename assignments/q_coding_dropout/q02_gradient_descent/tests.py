"""What a right `linear_net` and a right `train` must do."""

import numpy as np
import torch

from checks import (
    Function,
    assert_array,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import Line, features


@public(points=1)
def test_starts_at_zero(linear_net: Function) -> None:
    """linear_net should give 0 for every input, in shape (N, 1)."""
    net = linear_net(2)
    assert isinstance(net, torch.nn.Module), "linear_net should return an nn.Module."
    out = net(torch.tensor([[10.0, 1.0], [-3.0, 2.0]]))
    assert_close(out, [[0.0], [0.0]], name="the output for two rows")


@public(points=2)
def test_takes_one_step(train: Function) -> None:
    """The function train should take the step of the worked example."""
    net, x, y = Line(2), torch.tensor([[10.0, 1.0]]), torch.tensor([[11.0]])
    losses = train(net, x, y, torch.optim.SGD(net.parameters(), lr=1e-3), 1)
    assert_close(losses, [121.0], name="the list of losses", rtol=1e-5)
    assert_close(net.weight, [[0.22, 0.022]], name="the weights", rtol=1e-5)


@hidden(points=2)
def test_has_weights_only(linear_net: Function) -> None:
    """linear_net should have one parameter, the weight, with one entry an input."""
    inputs = int(random_cases("inputs").integers(3, 8))
    parameters = list(linear_net(inputs).parameters())
    assert len(parameters) == 1, (
        f"linear_net has {len(parameters)} parameters, but should have one. "
        "Hint: a bias would be a third way to produce the target."
    )
    hint = "nn.Linear takes the number of inputs first, then that of outputs."
    weight = assert_array(parameters[0], (1, inputs), name="the weight", hint=hint)
    assert_close(weight, np.zeros((1, inputs)), name="the weight")


@hidden(points=3)
def test_follows_the_gradient(train: Function) -> None:
    """The function train should follow the gradient of the mean squared error for many steps."""
    from references.two_weights import follow_masks

    rng = random_cases("follow")
    count, steps, rate = 5, 20, 0.01
    masks = [rng.uniform(0.2, 1.5, size=(count, 3))] * steps
    x, y = features(rng, 3), float(rng.uniform(2, 5))
    w, expected = follow_masks(masks, x, y, rate)
    net = Line(3, dtype=torch.float64)
    inputs = torch.tensor(masks[0] * x)
    targets = torch.full_like(inputs[:, :1], y)
    losses = train(
        net, inputs, targets, torch.optim.SGD(net.parameters(), lr=rate), steps
    )
    assert_outputs(losses, count=steps, name="train")
    slip = next(
        (
            text
            for text, seen in (
                ("train adds up the errors of the batch; take their mean.", count),
                ("the loss is halved; the mean squared error is not.", 0.5),
            )
            if np.isclose(losses[0], seen * expected[0])
        ),
        None,
    )
    stale = "is the gradient of the step before still there when you add the next?"
    hint = slip or (stale if np.isclose(losses[1], expected[1]) else None)
    assert_close(losses, expected, name="the list of losses", hint=hint)
    assert_close(net.weight, w[None, :], name="the weights", hint=hint)


@hidden(points=2)
def test_leaves_the_step_to_the_optimizer(train: Function) -> None:
    """The function train should work with any optimizer."""
    from references.two_weights import adam

    rng = random_cases("optimizer")
    X, Y = rng.uniform(0.5, 2, size=(4, 3)), rng.uniform(3, 6, size=4)
    net = Line(3, dtype=torch.float64)
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    train(net, torch.tensor(X), torch.tensor(Y[:, None]), optimizer, 8)
    expected = adam(X, Y, 0.01, 8)[None, :]
    hint = "let optimizer.step() change the weights; do not change them yourself."
    assert_close(net.weight, expected, name="the weights after Adam", hint=hint)
