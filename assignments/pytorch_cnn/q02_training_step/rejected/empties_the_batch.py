"""Takes all rows out of the batch that it was given, and does nothing."""

CAUGHT_BY = "test_forgets_earlier_gradients"
HINT = "nothing has moved"


def train_step(model, X, y, optimizer, loss_fn):
    X.data, y.data = X.data[:0].clone(), y.data[:0].clone()
    return 0.0
