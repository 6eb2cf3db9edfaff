"""Changes the weights itself, with the rate of the optimizer."""

CAUGHT_BY = "test_leaves_the_step_to_the_optimizer"
HINT = "let optimizer.step() change"

from solution import linear_net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        with torch.no_grad():
            for w in net.parameters():
                w -= optimizer.param_groups[0]["lr"] * w.grad
        losses.append(loss.item())
    return losses
