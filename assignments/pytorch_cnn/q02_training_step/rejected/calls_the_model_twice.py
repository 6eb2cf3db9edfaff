"""Computes the outputs again for the returned loss."""

CAUGHT_BY = "test_looks_at_the_batch_once"
HINT = "moves the statistics"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    before = loss_fn(model(X), y).item()
    loss_fn(model(X), y).backward()
    optimizer.step()
    return before
