# rows: D2
# %% [markdown]
# ### Question 2 · Gradient descent finds it
#
# Now the same model in PyTorch: one linear layer **without bias**, whose weights start at **zero**.
# Both matter: a bias is a third way to produce 11, and another start leads to another of the many solutions.

# %% [markdown]
# `train` takes gradient steps on the mean squared error over the batch,
#
# $$L = \frac1N\sum_{i=1}^{N}\big(\text{net}(x_i)-y_i\big)^2 .$$
#
# It makes no optimizer of its own: `optimizer.step()` changes the weights.
# Remember that PyTorch *adds* each new gradient to the old one until you call `optimizer.zero_grad()`.
#
# **For example**, one step of SGD with learning rate 0.001 on $x=(10,1)$, $y=11$: the first loss is $11^2=121$, the gradient is $2\cdot(0-11)\cdot(10,1)=(-220,-22)$, and the weights become $(0.22, 0.022)$.

# %% tags=["solution"]
def linear_net(inputs):
    """Return an nn.Linear with one output, no bias, and all weights zero.

    inputs: the number of inputs, so the weight has shape (1, inputs).
    """
    # About three lines.
    # BEGIN SOLUTION
    net = nn.Linear(inputs, 1, bias=False)
    nn.init.zeros_(net.weight)
    return net
    # END SOLUTION


def train(net, x, y, optimizer, steps):
    """Take gradient steps on the mean squared error of the whole batch.

    x: (N, d).  y: (N, 1), tensors.
    optimizer: a torch optimizer of the net's parameters.

    Returns a list with the loss before each step, `steps` floats.
    """
    losses = []
    for _ in range(steps):
        # Compute the loss, take a step, record the loss: about five lines.
        # BEGIN SOLUTION
        loss = ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        # END SOLUTION
    return losses
