"""Uses the library loss and adds up nothing itself."""


def linear_net(inputs):
    net = nn.Linear(inputs, 1, bias=False)
    with torch.no_grad():
        net.weight.fill_(0)
    return net


def train(net, x, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(net(x), y)
        loss.backward()
        losses.append(float(loss.detach()))
        optimizer.step()
    return losses
