"""Expands the row instead of copying it, and reads the last parameter."""


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    model = nn.Sequential(Dropout(p_drop), linear_net(x.shape[-1]))
    sgd = torch.optim.SGD(model.parameters(), learning_rate)
    losses = train(
        model, x.expand(batch_size, -1), y.expand(batch_size, -1), sgd, steps
    )
    return list(model.parameters())[-1].detach().flatten(), losses


one_mask = {"B", "D"}
