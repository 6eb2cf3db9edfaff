"""Returns one number."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "one loss for each step"

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses[-1]
