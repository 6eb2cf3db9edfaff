"""Never calls optimizer.step."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "nothing has moved"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    return loss.item()
