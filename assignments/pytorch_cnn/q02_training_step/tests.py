"""What a correct `train_step` must do to the parameters of small models."""

from copy import deepcopy

import torch
from torch import nn

from checks import Function, assert_close, hidden, public, random_cases
from checks.steps import (
    OutputsFirst,
    assert_parameters,
    convolutional_model,
    leave_gradients,
    line,
    regression,
    worked_hint,
    worked_loss_hint,
)
from references.steps import accumulated, right_step


@public(points=2)
def test_gives_the_worked_example(train_step: Function) -> None:
    """train_step should move the weight of the worked example from 2 to -1.6."""
    model = line(2.0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    train_step(
        model, torch.tensor([[3.0]]), torch.tensor([[0.0]]), optimizer, nn.MSELoss()
    )
    weight, allowed = model.weight, 1e-5
    assert_close(weight, [[-1.6]], name="the weight", rtol=allowed, hint=worked_hint)


@public(points=2)
def test_returns_the_loss_before_the_update(train_step: Function) -> None:
    """train_step should return the loss before the update as a float."""
    model = line(2.0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    X, y = torch.tensor([[3.0]]), torch.tensor([[0.0]])
    loss = train_step(model, X, y, optimizer, nn.MSELoss())
    assert isinstance(loss, float), (
        f"train_step should return a float, but returned a {type(loss).__name__}. "
        "Hint: a tensor with one number has `.item()`."
    )
    assert_close(loss, 36.0, name="the loss", rtol=1e-5, hint=worked_loss_hint)


@hidden(points=5)
def test_forgets_earlier_gradients(train_step: Function) -> None:
    """train_step should follow the gradient of its own batch and of no other."""
    rng = random_cases("gradients")
    model, batches = regression(rng)
    leave_gradients(rng, model)
    twin = deepcopy(model)
    optimizers = [
        torch.optim.SGD(each.parameters(), lr=0.05, momentum=0.9)
        for each in (model, twin)
    ]
    wrong = accumulated(model, batches, lr=0.05, momentum=0.9)
    for X, y in batches:
        train_step(model, X, y, optimizers[0], nn.MSELoss())
        twin.zero_grad()
        right_step(twin, X, y, optimizers[1], nn.MSELoss())
    assert_parameters(model, twin, wrong)


@hidden(points=3)
def test_gives_the_loss_function_outputs_and_targets(train_step: Function) -> None:
    """train_step should call loss_fn with the outputs first and the targets second."""
    rng = random_cases("cross-entropy")
    for smoothing in (0.0, 0.3):
        model, X, y = convolutional_model(rng)
        twin = deepcopy(model)
        loss_fn = OutputsFirst(nn.CrossEntropyLoss(label_smoothing=smoothing))
        found = train_step(
            model, X, y, torch.optim.Adam(model.parameters(), lr=0.01), loss_fn
        )
        truth = right_step(
            twin, X, y, torch.optim.Adam(twin.parameters(), lr=0.01), loss_fn
        )
        hint = "return the loss of the batch as loss_fn gives it."
        assert_close(found, truth, name="the loss", hint=hint)
        assert_parameters(model, twin)


@hidden(points=3)
def test_looks_at_the_batch_once(train_step: Function) -> None:
    """train_step should call the model once and leave it in training mode."""
    rng = random_cases("once")
    model, X, y = convolutional_model(rng, normalized=True)
    twin, loss_fn = deepcopy(model), nn.MSELoss()
    targets = nn.functional.one_hot(y, 4).double()
    train_step(model, X, targets, torch.optim.SGD(model.parameters(), lr=0.01), loss_fn)
    right_step(twin, X, targets, torch.optim.SGD(twin.parameters(), lr=0.01), loss_fn)
    assert model.training, (
        "The model is no longer in training mode. Hint: batch norm and dropout do "
        "something else in evaluation mode."
    )
    for name, value in twin.named_buffers():
        assert_close(
            dict(model.named_buffers())[name],
            value,
            name=f"the running statistic {name}",
            hint="each call of the model in training mode moves the statistics.",
        )
    assert_parameters(model, twin)
