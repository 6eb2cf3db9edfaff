"""Builds a module of its own, and concatenates copies."""


class DroppedLine(nn.Module):
    def __init__(self, inputs, p_drop):
        super().__init__()
        self.dropout = Dropout(p_drop)
        self.line = linear_net(inputs)

    def forward(self, x):
        return self.line(self.dropout(x))


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    model = DroppedLine(len(x[0]), p_drop)
    sgd = torch.optim.SGD(model.line.parameters(), lr=learning_rate)
    x, y = torch.cat([x] * batch_size), torch.cat([y] * batch_size)
    losses = train(net=model, x=x, y=y, optimizer=sgd, steps=steps)
    return model.line.weight.data.reshape(-1), losses


one_mask = "DB"
