# rows: D1
# %% [markdown]
# ## Part 1 · Without dropout
#
# ### Question 1 · The shortest solution
#
# One equation, $10w_1+w_2=11$, has infinitely many solutions, and so has every system $Xw=y$ with fewer rows than unknowns whose rows do not contradict each other.
# Gradient descent from zero finds one of them: the **shortest**.
#
# The reason is that every gradient is a weighted sum of the rows of $X$.
# A descent from zero can therefore only reach vectors of the form $w = X^\top a$, with one number in $a$ for each row.

# %% [markdown]
# Find the formula: put $w = X^\top a$ into $Xw=y$, solve for $a$, and go back to $w$.
# Watch which matrices can be inverted here.
#
# **For example**, $X=[[3, 4]]$ and $y=[10]$.
# Then $w=a\,(3,4)$, and $25a=10$ gives $a=0.4$ and $w=(1.2, 1.6)$.
# The vectors $(2,1)$ and $(\frac{10}{3},0)$ fit too, but are longer.

# %% tags=["solution"]
def min_norm(X, y):
    """Return the shortest w with X w = y.

    X: (n, d), with n <= d rows that are linearly independent.  y: (n,).

    Returns w, shape (d,).
    """
    # Solve for a, then return w: about two lines.
    # BEGIN SOLUTION
    # Often written as inv(X^T X) X^T y: but X^T X is d by d with rank n, so for n < d
    # it has no inverse. X X^T has one.
    a = np.linalg.solve(X @ X.T, y)
    return X.T @ a
    # END SOLUTION
