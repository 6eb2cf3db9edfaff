"""Returns the loss after the update."""

CAUGHT_BY = "test_returns_the_loss_before_the_update"
HINT = "*before* the update"
TRUE = ("return the loss of the batch", "each call of the model in training mode")


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    return loss_fn(model(X), y).item()
