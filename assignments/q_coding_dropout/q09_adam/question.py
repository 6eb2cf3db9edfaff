# rows: D10
# %% [markdown]
# ### Question 9 · Does the optimizer matter?
#
# SGD from zero finds the shortest solution.
# Adam divides each entry of its step by the typical size of that entry of the gradient.
#
# Predict where Adam ends **without dropout** on one row, $w\cdot x=y$.
# From zero, all gradients are multiples of $x$.
# If the size of each entry is divided out, what is left of $x_j$?
#
# **For example**, $x=(3,-1)$ and $y=8$: both weights move equally far, in opposite directions, to $w=(2,-2)$.

# %% [markdown]
# Then test your prediction: `final_weights` trains `linear_net` with any optimizer on any rows.
# A single row stands for $p_\text{drop}=0$, the four rows of Question 3 for $p_\text{drop}=\frac12$.

# %% [markdown]
# Run the cell below the check, and set `adam_claims` to *all* the letters that are true.
#
# - **A.** At $p_\text{drop}=\frac12$ both optimizers end at the same point.
# - **B.** At $p_\text{drop}=0$ Adam finds the shortest solution too, as it starts at zero too.
# - **C.** At $p_\text{drop}=0$ the optimizer decides which of many solutions is found.
# - **D.** At $p_\text{drop}=0$ Adam ends at weights that do not fit, because its steps stay large.
# - **E.** 1000 steps with learning rate 0.001 show where Adam ends.

# %% tags=["solution"]
def adam_solution(x, y):
    """Predict where Adam from zero ends on the row x with target y, without dropout.

    x: (d,), no entry zero.  y: a number.

    Returns w, shape (d,).
    """
    # About two lines.
    # BEGIN SOLUTION
    # A and C: with dropout the loss has one minimum, and both routes lead there;
    # without it the loss leaves the choice open, and the route decides. E is false:
    # Adam moves a weight by about 0.001 a step, so it is on its way after 1000.
    direction = np.sign(x)
    return direction * y / (x @ direction)
    # END SOLUTION


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    """Train linear_net on rows, and return its final weights.

    X: (n, d).  Y: (n, 1), tensors.
    optimizer_class: such as torch.optim.Adam.

    Returns w, a NumPy array of shape (d,).
    """
    # About four lines.
    # BEGIN SOLUTION
    net = linear_net(X.shape[1])
    optimizer = optimizer_class(net.parameters(), lr=learning_rate)
    train(net, X, Y, optimizer, steps)
    return net.weight.detach().numpy()[0]
    # END SOLUTION


# All the letters that are true.
# All or nothing: every right letter, and no other.
adam_claims = "AC"  # SOLUTION
