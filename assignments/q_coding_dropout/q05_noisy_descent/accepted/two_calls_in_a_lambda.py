"""The net as a function of its own, and keywords wherever there is a name."""

one_mask = "B and D".replace("and", ",")


def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    dropout, line = Dropout(p_drop=p_drop), linear_net(inputs=x.shape[1])
    rows = torch.ones(batch_size, 1) @ x
    goals = torch.full((batch_size, 1), y.item())
    losses = train(
        net=lambda batch: line(dropout(batch)),
        x=rows,
        y=goals,
        optimizer=torch.optim.SGD([line.weight], lr=learning_rate),
        steps=steps,
    )
    return line.weight.detach().numpy().ravel(), np.array(losses)
