"""Takes two updates with one gradient."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "one batch, one gradient, one update"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    optimizer.step()
    return loss.item()
