"""Clears the model's gradients between the forward and the backward pass."""


def train_step(model, X, y, optimizer, loss_fn):
    outputs = model(X)
    loss = loss_fn(outputs, y)
    model.zero_grad(set_to_none=False)
    loss.backward()
    optimizer.step()
    return loss.detach().cpu().numpy().item()
