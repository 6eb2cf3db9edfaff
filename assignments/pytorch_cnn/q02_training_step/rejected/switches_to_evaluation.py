"""Puts the model into evaluation mode."""

CAUGHT_BY = "test_looks_at_the_batch_once"
HINT = "in evaluation mode"


def train_step(model, X, y, optimizer, loss_fn):
    model.eval()
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    return loss.item()
