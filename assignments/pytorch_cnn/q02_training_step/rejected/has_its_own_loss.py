"""Always takes cross-entropy."""

CAUGHT_BY = "test_gives_the_worked_example"


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(X), y)
    loss.backward()
    optimizer.step()
    return loss.item()
