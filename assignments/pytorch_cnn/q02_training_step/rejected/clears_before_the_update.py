"""Clears the gradients between backward and update."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "what is in `w.grad` when the update happens"


def train_step(model, X, y, optimizer, loss_fn):
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
