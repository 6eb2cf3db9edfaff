"""Measures the loss when the step is done."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "before the step"

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(((net(x) - y) ** 2).mean().item())
    return losses
