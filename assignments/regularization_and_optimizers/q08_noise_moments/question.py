# rows: R7
# %% [markdown]
# ### Question 8 · Gaussian noise: the averages
#
# To keep or to drop is a coin, and a coin is one kind of noise.
# Now multiply every entry of $X$ by its own independent Gaussian number $R_{ij} \sim \mathcal N(\mu, \sigma^2)$, with mean $\mu$ and *standard deviation* $\sigma$.
# Write $P = R\odot X$.
# The average loss $\mathbb E\,\|y - Pw\|^2$ contains two averages:
#
# $$\mathbb E[P] \quad\text{and}\quad \mathbb E[P^\top P] .$$
#
# Compute both: they are the proof of the next question.

# %% [markdown]
# Entry $(j, k)$ of $P^\top P$ is $\sum_i R_{ij}R_{ik}X_{ij}X_{ik}$.
# Ask separately what the average of $R_{ij}R_{ik}$ is for $j \neq k$ and for $j = k$.
#
# **For example**, $X = [[1, 2]]$ and $\mu = \sigma = 1$ give $\mathbb E[P] = [[1, 2]]$ and $\mathbb E[P^\top P] = [[2, 2], [2, 8]]$.

# %% tags=["solution"]
def noise_moments(X, mu, sigma):
    """Average P and P^T P for P = R * X, with independent Gaussian entries of R.

    X: (n, d).  mu, sigma: mean and standard deviation of every entry of R.

    Returns E[P] (n, d) and E[P^T P] (d, d).
    """
    # About three lines.
    # BEGIN SOLUTION
    gram = X.T @ X
    # E[r^2] = mu^2 + sigma^2: neither mu^2 (no noise) nor sigma^2 (noise around 0).
    second = mu**2 * gram + sigma**2 * np.diag(np.diag(gram))
    return mu * X, second
    # END SOLUTION
