"""Lets the gradients of all batches add up."""

CAUGHT_BY = "test_forgets_earlier_gradients"
HINT = "before `backward` adds to it"


def train_step(model, X, y, optimizer, loss_fn):
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    return loss.item()
