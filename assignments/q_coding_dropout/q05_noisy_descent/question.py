# rows: D5
# %% [markdown]
# ### Question 5 · Descent with one mask a step
#
# Train the two weights with your `Dropout` in front of `linear_net`: the batch is the one row $x$, repeated `batch_size` times, and each copy gets its own mask in every step.
# Use `train` and plain `torch.optim.SGD`.
#
# **For example**, with one copy and $p_\text{drop}=\frac12$, the first mask may be $(2, 0)$.
# The network sees $(20, 0)$, the loss is 121, and a learning rate of 0.001 moves $w$ from zero to $(0.44, 0)$.

# %% [markdown]
# Run the cell below the check: 1000 steps with `batch_size = 1`, then three runs of 10,000.

# %% [markdown]
# Set `one_mask` to *all* true letters, such as `"XY"`.
#
# - **A.** The loss falls to nearly 0 and stays there: two weights can fit one target.
# - **B.** The loss keeps jumping: each step sees one of four rows.
# - **C.** The weights settle at the shortest solution of Question 1.
# - **D.** In the long run the weights scatter around those of Question 3.
# - **E.** With enough steps at this learning rate, the scatter dies out.

# %% tags=["solution"]
def train_with_dropout(x, y, p_drop, batch_size, steps, learning_rate=1e-3):
    """Train Dropout and a linear net on copies of one row.

    x: (1, d).  y: (1, 1), tensors.
    p_drop: the probability to drop an input.

    Returns the final weights, a NumPy array of shape (d,), and the losses from train.
    """
    # Build the net and its optimizer, repeat x and y, train: about six lines.
    # BEGIN SOLUTION
    # B and D: no w fits all four rows, so every step finds an error, and a step size
    # that stays keeps the weights moving (not A, not E) around the average's minimum.
    line = linear_net(x.shape[1])
    net = nn.Sequential(Dropout(p_drop), line)
    optimizer = torch.optim.SGD(net.parameters(), lr=learning_rate)
    copies, targets = x.repeat(batch_size, 1), y.repeat(batch_size, 1)
    losses = train(net, copies, targets, optimizer, steps)
    return line.weight.detach().numpy()[0], losses
    # END SOLUTION


# All the letters that are true.
# All or nothing: every right letter, and no other.
one_mask = "BD"  # SOLUTION
