"""Always takes cross-entropy."""

CAUGHT_BY = "test_gives_the_loss_function_outputs_and_targets"
HINT = "as loss_fn gives it"
TRUE = ("what is in `w.grad` when the update happens",)


def train_step(model, X, y, optimizer, loss_fn):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(X), y)
    loss.backward()
    optimizer.step()
    return loss.item()
