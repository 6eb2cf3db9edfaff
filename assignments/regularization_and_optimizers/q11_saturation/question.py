# rows: B2
# %% [markdown]
# ### Question 11 · When weights grow
#
# Keep the direction of $w$, and scale its length by a factor $c > 0$.
# Two things are worth measuring:
#
# - the size $\|\nabla E(c\,w)\|$ of the gradient at the scaled weights,
# - the prediction $\lim_{c\to\infty} \tanh(c\,w^\top x)$ for each row.
#
# **For example**, $w = (1, -1)$ predicts 1 for $x = (2, 1)$ in the limit, and $-1$ for $x = (1, 2)$.

# %% [markdown]
# Which statements are true as $c \to \infty$?
#
# - **A**: $\tanh(c\,w^\top x)$ tends to 1 for every row, because $c\,w^\top x$ grows without bound.
# - **B**: The slope of tanh tends to 0 for every row with $w^\top x \neq 0$.
# - **C**: The gradient explodes, because the weights do, and the chain rule multiplies by them.
# - **D**: When every $w^\top x_n \neq 0$, gradient descent hardly moves $w$.
# - **E**: A row with $w^\top x = 0$ and $y \neq 0$ still sends a gradient back, unless $x = 0$.

# %% tags=["solution"]
def gradient_norms(w, X, y, scales):
    """Return the length of the gradient of E at c * w, for every c in scales.

    w: (d,).  X: (N, d).  y: (N,).  scales: (K,).  Use tanh_gradient.

    Returns the lengths, (K,).
    """
    # About one line.
    # BEGIN SOLUTION
    return np.array([np.linalg.norm(tanh_gradient(c * w, X, y)) for c in scales])
    # END SOLUTION


def limit_output(w, X):
    """Return the limit of tanh(c * X w) as c grows, for w: (d,), X: (N, d); (N,)."""
    # About one line.
    # BEGIN SOLUTION
    # Not A: negative signals go to -1, and a signal of exactly 0 stays 0. Off 0 the
    # slope 1 - tanh^2 goes to 0 (B), and every term of the gradient has it as a factor
    # (D, not C). At 0 the slope is 1, and the term is -2/N * y * x (E).
    return np.sign(X @ w)
    # END SOLUTION


# All letters that are right, in one string such as "XY".
# All or nothing: every right letter, and no other.
large_weights = "BDE"  # SOLUTION
