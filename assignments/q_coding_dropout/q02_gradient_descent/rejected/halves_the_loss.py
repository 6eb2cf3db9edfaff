"""Puts a half in front of the loss."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "is halved"
TRUE = ("the mean squared error is not halved",)

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
