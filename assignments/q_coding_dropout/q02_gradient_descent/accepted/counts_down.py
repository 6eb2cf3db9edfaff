"""A while loop, gradients cleared by the network, and an array of losses."""


class ZeroLine(nn.Linear):
    def __init__(self, inputs):
        super().__init__(inputs, 1, bias=False)
        self.weight = nn.Parameter(torch.zeros_like(self.weight))


linear_net = ZeroLine


def train(net, x, y, optimizer, steps):
    history = torch.zeros(steps, dtype=torch.float64)
    done = 0
    while done < steps:
        error = net(x) - y
        loss = (error.T @ error).squeeze() / len(error)
        loss.backward()
        optimizer.step()
        net.zero_grad(set_to_none=True)
        history[done] = loss.detach()
        done += 1
    return history.tolist()
