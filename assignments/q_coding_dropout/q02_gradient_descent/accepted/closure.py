"""Hands the optimizer a closure."""


def linear_net(inputs):
    net = nn.Linear(in_features=inputs, out_features=1, bias=False)
    net.weight.data = torch.zeros(1, inputs)
    return net


def train(net, x, y, optimizer, steps):
    def closure():
        optimizer.zero_grad()
        loss = (net(x) - y).pow(2).sum() / len(x)
        loss.backward()
        return loss

    return [optimizer.step(closure).item() for _ in range(steps)]
