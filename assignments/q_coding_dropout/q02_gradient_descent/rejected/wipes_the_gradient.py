"""Clears the gradient between backward and step."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "is the gradient gone"
TRUE = (
    "is there a gradient when the optimizer takes its step",
    "let optimizer.step() change the weights",
)

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append(loss.item())
    return losses
