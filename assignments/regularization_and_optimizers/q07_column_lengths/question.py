# rows: R4
# %% [markdown]
# ### Question 7 · What dropout does to the columns
#
# Take the diagonal $\Gamma$ of Question 5, which belongs to dropout, and the change of variables $v = \Gamma w$ of Question 6.
# Dropout on $X$ is ridge regression on $\tilde X$, with the penalty $\|v\|^2$.
# How long are the columns of $\tilde X$?
#
# **For example**, $X = [[3, 0], [4, 2]]$ and $p_\text{keep} = \frac12$ give two columns of length 1.

# %% [markdown]
# Then compare dropout with batch norm, which subtracts the mean of each column and divides by its standard deviation.
# Which statements are true?
#
# - **A**: Both make the columns orthogonal to each other.
# - **B**: In each of the two, the columns end up as long as one another.
# - **C**: Both make the mean of every column 0, because both take the scale of the column away.
# - **D**: When a column is multiplied by 1000, dropout learns the same predictions.

# %% tags=["solution"]
def effective_lengths(X, p_keep):
    """Return the lengths of the columns of the effective data matrix of dropout.

    X: (n, d), no column of zeros.  p_keep: the probability to
    keep an entry, above 0, below 1.

    Returns the lengths, (d,).
    """
    # About two lines.
    # BEGIN SOLUTION
    # Each column is divided by a multiple of its own length, so all end up equally long
    # (B), and a factor cancels (D). Nothing is centred (not C) and no column is turned
    # (not A), in batch norm neither: its columns have the length sqrt(n).
    gamma = np.sqrt((1 - p_keep) / p_keep) * np.linalg.norm(X, axis=0)
    return np.linalg.norm(X / gamma, axis=0)
    # END SOLUTION


# All letters that are right, in one string such as "XY".
# All or nothing: every right letter, and no other.
like_batch_norm = "BD"  # SOLUTION
