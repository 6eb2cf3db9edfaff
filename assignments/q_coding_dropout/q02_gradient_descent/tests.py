"""What a right `linear_net` and a right `train` must do."""

from functools import partial

import numpy as np
import torch

from checks import (
    Function,
    assert_array,
    assert_close,
    explained,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import Line
from checks.hints import recognise


@public(points=1)
def test_starts_at_zero(linear_net: Function) -> None:
    """linear_net should give 0 for every input, in shape (N, 1)."""
    net = linear_net(2)
    assert isinstance(net, torch.nn.Module), "linear_net should return an nn.Module."
    with explained("the network"):
        out = net(torch.tensor([[10.0, 1.0], [-3.0, 2.0]]))
    hint = "PyTorch starts with random weights: set all of them to zero."
    assert_close(out, [[0.0], [0.0]], name="the output for two rows", hint=hint)


@public(points=2)
def test_takes_one_step(train: Function) -> None:
    """The function train should take the step of the worked example."""
    net, x, y = Line(2), torch.tensor([[10.0, 1.0]]), torch.tensor([[11.0]])
    losses = train(net, x, y, torch.optim.SGD(net.parameters(), lr=1e-3), 1)
    slips = [
        ("the mean squared error is not halved.", [60.5]),
        (
            "each loss is wanted as it is before the step.",
            [(0.22 * 10 + 0.022 - 11) ** 2],
        ),
    ]
    hint = partial(recognise, mistakes=slips, rtol=1e-5)
    assert_close(losses, [121.0], name="the list of losses", rtol=1e-5, hint=hint)
    still = "is there a gradient when the optimizer takes its step?"
    hint = partial(recognise, mistakes=[(still, [[0.0, 0.0]])])
    assert_close(net.weight, [[0.22, 0.022]], name="the weight", rtol=1e-5, hint=hint)


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
    zero = "all weights start at zero."
    assert_close(weight, np.zeros((1, inputs)), name="the weight", hint=zero)


@hidden(points=3)
def test_follows_the_gradient(train: Function) -> None:
    """The function train should follow the gradient of the mean squared error for many steps."""
    from references.two_weights import descend

    rng = random_cases("follow")
    count, steps, rate = 5, 20, 0.01
    X, Y = rng.uniform(0.5, 2, size=(count, 3)), rng.uniform(2, 6, size=count)
    X[:, 1] *= -1.0
    path = np.array([descend(X, Y, rate, step) for step in range(steps + 1)])
    expected = ((path[:-1] @ X.T - Y) ** 2).mean(axis=1)
    net = Line(3, dtype=torch.float64)
    sgd = torch.optim.SGD(net.parameters(), lr=rate)
    losses = train(net, torch.tensor(X), torch.tensor(Y[:, None]), sgd, steps)
    pairs = X @ descend(X, np.full(count, Y.mean()), rate, 1)
    table = ((pairs[:, None] - Y) ** 2).mean()
    spread = "shape (N, 1) minus shape (N,) is N by N: which shape has net(x), and y?"
    one_each = "the list has one loss for each step."
    seen = assert_array(losses, (steps,), name="the list of losses", hint=one_each)
    traces = [
        (
            "train adds up the errors of the batch; take their mean.",
            0,
            count * expected[0],
        ),
        ("the loss is halved; the mean squared error is not.", 0, expected[0] / 2),
        ("each loss is wanted as it is before the step.", 0, expected[1]),
        ("nothing moves: is the gradient gone when the step comes?", 1, expected[0]),
        (
            "is the gradient of the step before still there when you add the next?",
            1,
            expected[1],
        ),
    ]
    traces.append((spread, 1, table))
    hint = next((text for text, at, loss in traces if np.isclose(seen[at], loss)), None)
    assert_close(losses, expected, name="the list of losses", hint=hint)
    assert_close(net.weight, path[-1:], name="the weight", hint=hint)


@hidden(points=2)
def test_leaves_the_step_to_the_optimizer(train: Function) -> None:
    """The function train should work with any optimizer."""
    from references.two_weights import adam

    rng = random_cases("optimizer")
    X, Y = rng.uniform(0.5, 2, size=(4, 3)), rng.uniform(3, 6, size=4)
    net, steps = Line(3, dtype=torch.float64), 8
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    train(net, torch.tensor(X), torch.tensor(Y[:, None]), optimizer, steps)
    count = max((int(each["step"]) for each in optimizer.state.values()), default=0)
    assert count == steps, (
        f"optimizer.step() ran {count} times in {steps} steps of training. "
        "Hint: let optimizer.step() change the weights; do not change them yourself."
    )
    expected = adam(X, Y, 0.01, steps)[None, :]
    assert_close(net.weight, expected, name="the weight after Adam")
