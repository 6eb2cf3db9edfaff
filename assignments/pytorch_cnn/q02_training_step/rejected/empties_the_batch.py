"""Takes all rows out of the batch that it was given, and does nothing."""

CAUGHT_BY = "test_forgets_earlier_gradients"
HINT = "nothing has moved"
TRUE = ("return the loss of the batch", "each call of the model in training mode")


def train_step(model, X, y, optimizer, loss_fn):
    X.data, y.data = X.data[:0].clone(), y.data[:0].clone()
    return 0.0
