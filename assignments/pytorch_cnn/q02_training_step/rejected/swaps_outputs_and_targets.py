"""Calls loss_fn with the targets first."""

CAUGHT_BY = "test_gives_the_loss_function_outputs_and_targets"
HINT = "takes the outputs first"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = loss_fn(y, model(X))
    loss.backward()
    optimizer.step()
    return loss.item()
