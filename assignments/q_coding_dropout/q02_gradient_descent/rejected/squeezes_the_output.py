"""Subtracts a column from a row: a table of all pairs."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "is N by N"

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x).squeeze(1) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
