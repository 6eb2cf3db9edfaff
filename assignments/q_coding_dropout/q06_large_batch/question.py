# rows: D6
# %% [markdown]
# ### Question 6 · A batch of 1024, and its limit
#
# With 1024 copies of $x$, each step averages over 1024 masks.
# Its limit is gradient descent on the average loss itself, that is on the rows of Question 3, with no randomness left.
#
# Write that limit in NumPy: start at $w=0$, and take steps
#
# $$\begin{aligned}
# w &\leftarrow w-\eta\,\nabla L(w), \\
# L(w)&=\frac1n\|Xw-Y\|^2 .
# \end{aligned}$$
#
# **For example**, $X=[[2],[0]]$, $Y=[4,4]$ and $\eta=0.1$: the gradient at 0 is $\frac22\cdot2\cdot(0-4)=-8$, so one step leads to $w=0.8$.

# %% [markdown]
# Run the cell below the check, and set `large_batch` to *all* true letters.
#
# - **A.** The curve is smoother than in Question 5, because a step averages many masks.
# - **B.** With enough steps the training loss goes to 0.
# - **C.** The loss, averaged over the four rows, cannot fall below about 40.33.
# - **D.** After 1000 steps $w_2$ is 3.48, not 3.67, mainly because 1024 masks are noisy.
# - **E.** It is 3.48, not 3.67, mainly because the descent has not finished.

# %% tags=["solution"]
def average_descent(X, Y, learning_rate, steps):
    """Descend from zero on the mean squared error over all rows.

    X: (n, d).  Y: (n,).

    Returns w after the last step, shape (d,).
    """
    # About four lines.
    # BEGIN SOLUTION
    # A mean over 1024 masks has 32 times less spread (A), and no w fits all rows (C,
    # not B). D blames noise for the gap; the limit has no noise, and the same gap: the
    # descent is late in one direction (E).
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - learning_rate * 2 / len(X) * X.T @ (X @ w - Y)
    return w
    # END SOLUTION


# All the letters that are true.
# All or nothing: every right letter, and no other.
large_batch = "ACE"  # SOLUTION
