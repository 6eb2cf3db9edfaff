"""Clears the gradients for the next call, and not those that it finds."""

CAUGHT_BY = "test_forgets_earlier_gradients"
HINT = "when your very first step begins"


def train_step(model, X, y, optimizer, loss_fn):
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()
