# rows: P2
# %% [markdown]
# ## Question 2 · One training step
#
# A training is the same few lines thousands of times: one batch, one gradient, one update.
#
# `backward` *adds* the gradient of the loss to whatever `w.grad` holds already.
# So a step that does not first clear the gradients moves along the sum of all gradients so far.
# Gradients may also be left over from elsewhere, so clear them at the start of your step and not at its end.

# %% [markdown]
# **For example**, take the network $f(x) = w x$ with $w = 2$, one image $x = 3$ with the target 0, the squared error and a learning rate of 0.1.
#
# - The loss is $(2 \cdot 3 - 0)^2 = 36$.
# - Its gradient is $2 \cdot 6 \cdot 3 = 36$, so the new weight is $2 - 0.1 \cdot 36 = -1.6$.
# - The step returns 36, the loss *before* the update.
#
# The network comes in training mode, and stays in it.

# %% tags=["solution"]
def train_step(model, X, y, optimizer, loss_fn):
    """Update the parameters of a model once, from one batch.

    X: inputs (N, ...).  y: targets (N, ...).
    optimizer: holds the model's parameters.  loss_fn(outputs, y) gives a scalar.

    Returns the loss before the update, as a Python float.
    """
    # Clear, compute, differentiate, update: about four lines.
    # BEGIN SOLUTION
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    optimizer.step()
    # END SOLUTION
    return loss.item()  # SOLUTION
