"""Trains on the single row, whatever the batch size."""

CAUGHT_BY = "test_asks_for_the_stated_training"
HINT = "how many rows are there"
TRUE = ("each copy needs a mask of its own",)

from solution import one_mask


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    line = linear_net(x.shape[1])
    net = nn.Sequential(Dropout(p_drop), line)
    optimizer = torch.optim.SGD(net.parameters(), lr=learning_rate)
    copies, targets = x.repeat(batch_size, 1), y.repeat(batch_size, 1)
    losses = train(net, x, y, optimizer, steps)
    return line.weight.detach().numpy()[0], losses
