# rows: R2
# %% [markdown]
# ### Question 5 · Dropout is a ridge penalty
#
# A penalized least-squares problem looks like this, with some matrix $\Gamma$:
#
# $$\min_w\ \|\,y - Xw\,\|^2 + \|\Gamma w\|^2 .$$
#
# The loss of Question 4 is almost of this form, but a number stands in front of $Xw$.
# Write $\tilde w$ for the weights that dropout learns.
# Replace $\tilde w$ by a multiple $w$ of it, such that the first term becomes $\|y - Xw\|^2$, and collect the rest in a diagonal $\Gamma$.

# %% [markdown]
# This $w$ is also what you should use for predictions, when no mask is drawn any more.
#
# **For example**, $X = [[3, 0], [4, 2]]$ has columns of length 5 and 2.
# With $p_\text{keep} = \frac12$ and $\tilde w = [2, -4]$, you get $w = [1, -2]$ and $\Gamma = \mathrm{diag}(5, 2)$.
# At $p_\text{keep} = \frac12$ many formulas agree, so check yours at another value as well.

# %% tags=["solution"]
def to_ridge(X, w_tilde, p_keep):
    """Translate a dropout problem into a penalized least-squares problem.

    X: (n, d).  w_tilde: (d,), the weights of the dropout loss.
    p_keep: the probability to keep an entry, above 0; nothing is rescaled in training.

    Returns w (d,), the weights of the penalized problem, and gamma (d,), the
    diagonal of its matrix Gamma, not negative.
    """
    # About two lines.
    # BEGIN SOLUTION
    # The less is kept, the more is penalized: p / (1 - p) would be upside down.
    gamma = np.sqrt((1 - p_keep) / p_keep) * np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, gamma
    # END SOLUTION
