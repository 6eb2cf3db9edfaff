"""The right training step, and what is left by the steps that are known to be wrong."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import torch
from torch import Tensor, nn

from checks.closeness import Array
from checks.steps import (
    ACCUMULATED,
    LEFT_OVER,
    TWICE,
    UNCHANGED,
    Batch,
    parameters_of,
)


def right_step(
    model: nn.Module,
    X: Tensor,
    y: Tensor,
    optimizer: torch.optim.Optimizer,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
) -> float:
    """Update a model by the gradient of this batch alone; return the loss before."""
    loss = loss_fn(model(X), y)
    weights = list(model.parameters())
    gradients = torch.autograd.grad(loss, weights)
    for weight, gradient in zip(weights, gradients, strict=True):
        weight.grad = gradient
    optimizer.step()
    return float(loss.detach())


def accumulated(
    model: nn.Module, batches: list[Batch], *, lr: float, momentum: float
) -> dict[str, dict[str, Array]]:
    """Say what known mistakes make of a model, by hint.

    Args:
        model: stays as it is; its gradients are what was left over.
        batches: the batches of the steps.
        lr: learning rate.
        momentum: of the optimizer.

    """
    left = {UNCHANGED: parameters_of(model)}
    for times, first, hint in ((1, True, LEFT_OVER), (2, False, TWICE)):
        twin = deepcopy(model)
        optimizer = torch.optim.SGD(twin.parameters(), lr=lr, momentum=momentum)
        for index, (X, y) in enumerate(batches):
            if first and index == 0:
                pairs = zip(twin.parameters(), model.parameters(), strict=True)
                for weights, given in pairs:
                    weights.grad = None if given.grad is None else given.grad.clone()
            else:
                twin.zero_grad()
            nn.functional.mse_loss(twin(X), y).backward()  # type: ignore[no-untyped-call]
            for _ in range(times):
                optimizer.step()
        left[hint] = parameters_of(twin)
    wrong = deepcopy(model)
    for weights, given in zip(wrong.parameters(), model.parameters(), strict=True):
        weights.grad = None if given.grad is None else given.grad.clone()
    optimizer = torch.optim.SGD(wrong.parameters(), lr=lr, momentum=momentum)
    for X, y in batches:
        nn.functional.mse_loss(wrong(X), y).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return {ACCUMULATED: parameters_of(wrong), **left}
