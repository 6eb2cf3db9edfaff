"""Never calls zero_grad."""

CAUGHT_BY = "test_follows_the_gradient"
HINT = "the gradient of the step before"

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
