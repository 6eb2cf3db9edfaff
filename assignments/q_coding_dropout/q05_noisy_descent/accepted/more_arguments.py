"""Gives the function train one more argument, and uses it."""

one_mask = "bd"


def train(net, x, y, optimizer, steps, recorded=None):
    losses = [] if recorded is None else recorded
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.mean((net(x) - y) ** 2)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    layers = [Dropout(p_drop), linear_net(x.shape[1])]
    net = nn.Sequential(*layers).train()
    sgd = torch.optim.SGD(net.parameters(), lr=learning_rate)
    x, y = torch.tile(x, (batch_size, 1)), torch.tile(y, (batch_size, 1))
    losses = train(net, x, y, sgd, steps, recorded=[])
    (weight,) = layers[1].weight.tolist()
    return weight, losses
