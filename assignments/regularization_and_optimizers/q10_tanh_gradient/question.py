# rows: B1
# %% [markdown]
# ## Part 3 · Gradients by hand
#
# ### Question 10 · One tanh unit
#
# A unit predicts $\tanh(w^\top x_n)$ for the target $y_n$, and its error is the mean over $N$ rows:
#
# $$E(w) = \frac1N\sum_{n=1}^N \big(\tanh(w^\top x_n) - y_n\big)^2 .$$
#
# First show that $\frac{d}{ds}\tanh(s) = 1-\tanh^2(s)$.
# Then derive $\nabla E(w)$, and write it as code.
# You hand in both derivations with Question 18.

# %% [markdown]
# **For example**, $w = 0$ predicts 0 for every row.
# With the rows $x_1 = (1, 2)$, $x_2 = (3, 4)$ and the targets $y = (1, -1)$ the gradient is $(2, 2)$.
#
# Large weights are the subject of Question 11, so your function has to survive them.
# Use `np.tanh`: the definition by exponentials overflows.

# %% tags=["solution"]
def tanh_gradient(w, X, y):
    """Return the gradient of the mean of (tanh(X w) - y)^2 with respect to w.

    w: (d,), of any size.  X: (N, d).  y: (N,).

    Returns the gradient, (d,).
    """
    # About two lines.
    # BEGIN SOLUTION
    out = np.tanh(X @ w)
    return 2 / len(y) * ((out - y) * (1 - out**2)) @ X
    # END SOLUTION
