"""Returns the loss after the update."""

CAUGHT_BY = "test_returns_the_loss_before_the_update"
HINT = "*before* the update"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    return loss_fn(model(X), y).item()
