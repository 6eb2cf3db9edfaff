# rows: R3
# %% [markdown]
# ### Question 6 · Change of variables
#
# Ridge regression penalizes all weights alike.
# The general problem $\|y - Xw\|^2 + \|\Gamma w\|^2$ does not, but it becomes ridge regression in other coordinates.
# Let $\Gamma$ be *any* invertible matrix, and let $v = \Gamma w$ be the new unknown.
# Which data matrix $\tilde X$ makes the two problems equal?
#
# $$\|y - Xw\|^2 + \|\Gamma w\|^2 = \|y - \tilde X v\|^2 + \|v\|^2 .$$

# %% [markdown]
# **For example**, $X = [[2, 6], [4, 9]]$ and $\Gamma = \mathrm{diag}(2, 3)$ give $\tilde X = [[1, 2], [2, 3]]$.
#
# Mind that $\Gamma$ need be neither diagonal nor symmetric.

# %% tags=["solution"]
def effective_data(X, Gamma):
    """Return the data matrix of the ridge problem in the coordinates Gamma w.

    X: (n, d).  Gamma: (d, d), invertible.

    Returns X_tilde (n, d).
    """
    # About one line.
    # BEGIN SOLUTION
    return X @ np.linalg.inv(Gamma)
    # END SOLUTION
