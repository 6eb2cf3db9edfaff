# rows: D3
# %% [markdown]
# ## Part 2 · With dropout
#
# ### Question 3 · All the masks
#
# Dropout replaces $x$ by $x\odot m$, with a new random mask $m$ in every step.
# With $p_\text{drop}=\frac12$, each entry of the mask is 0 or $1/(1-\frac12)=2$, so $x\in\mathbb R^d$ becomes one of $2^d$ rows, all equally likely.
# The target stays the same.
#
# The loss that dropout minimizes is the average over these rows: an ordinary least-squares problem, without any randomness.

# %% [markdown]
# **For example**, $x=(3,5)$ and $y=8$ give the four rows $(6,10)$, $(6,0)$, $(0,10)$ and $(0,0)$, each with the target 8.
#
# `fit_rows` solves such a problem for any rows: `np.linalg.lstsq` does the work.
# Report two losses of the solution, each a mean squared error:
#
# - the **training loss**, over all rows,
# - the **test loss** for the original $x$, because in testing nothing is dropped.

# %% tags=["solution"]
def dropout_rows(x, y):
    """List all rows that dropout with p_drop = 1/2 makes of x, and their targets.

    x: (d,).  y: a number.

    Returns X, shape (2**d, d), and Y, shape (2**d,); the order is yours.
    """
    # `product([a, b], repeat=n)` lists all n-tuples of a and b: about two lines.
    # BEGIN SOLUTION
    masks = np.array(list(product([0.0, 2.0], repeat=len(x))))
    return x * masks, np.full(len(masks), y)
    # END SOLUTION


def fit_rows(X, Y, x, y):
    """Solve X w = Y by least squares, and measure the losses.

    X: (n, d).  Y: (n,).  x: (d,), the input in testing.  y: its target.

    Returns w, shape (d,), the training loss and the test loss.
    """
    # About four lines.
    # BEGIN SOLUTION
    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    training_loss = np.mean((X @ w - Y) ** 2)
    test_loss = (x @ w - y) ** 2
    return w, training_loss, test_loss
    # END SOLUTION
