"""Puts Dropout behind the line."""

CAUGHT_BY = "test_follows_the_masks"
HINT = "before the line"

from solution import one_mask


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    line = linear_net(x.shape[1])
    net = nn.Sequential(line, Dropout(p_drop))
    optimizer = torch.optim.SGD(net.parameters(), lr=learning_rate)
    copies, targets = x.repeat(batch_size, 1), y.repeat(batch_size, 1)
    losses = train(net, copies, targets, optimizer, steps)
    return line.weight.detach().numpy()[0], losses
