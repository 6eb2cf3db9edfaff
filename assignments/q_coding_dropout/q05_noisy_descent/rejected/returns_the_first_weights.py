"""Copies the weights before training."""

CAUGHT_BY = "test_asks_for_the_stated_training"
HINT = "before training"

from solution import one_mask


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    line = linear_net(x.shape[1])
    weights = line.weight.detach().clone().numpy()[0]
    net = nn.Sequential(Dropout(p_drop), line)
    optimizer = torch.optim.SGD(net.parameters(), lr=learning_rate)
    copies, targets = x.repeat(batch_size, 1), y.repeat(batch_size, 1)
    losses = train(net, copies, targets, optimizer, steps)
    return weights, losses
