# rows: R1
# %% [markdown]
# ## Part 2 · Noise as regularization
#
# ### Question 4 · The loss that dropout minimizes
#
# In linear regression with dropout, every entry of $X$ is kept with probability $p_\text{keep}$ and set to 0 otherwise, all independently, and nothing is rescaled.
# With a random mask $R$ of zeros and ones, SGD minimizes the *average* over masks,
#
# $$\mathcal L(w) = \mathbb E_R\,\big\|\,y - (R\odot X)\,w\,\big\|^2 .$$

# %% [markdown]
# No sampling is needed.
# Expand the square: only averages of $R_{ij}$ and of products $R_{ij}R_{ik}$ appear.
# The case $j=k$ differs from $j\neq k$, and the loss becomes
#
# $$\mathcal L(w) = \|\,y - a\,Xw\,\|^2 + b\,\|\tilde\Gamma w\|^2 ,$$
#
# where $\tilde\Gamma$ is diagonal, and its $j$-th entry is the length of the $j$-th column of $X$.
# Find the numbers $a$ and $b$, which depend on $p_\text{keep}$ alone.

# %% [markdown]
# **For example**, $X = [[2]]$, $y = [3]$, $w = [1]$ and $p_\text{keep} = \frac12$.
# The mask is 1 with loss $(3-2)^2 = 1$, or 0 with loss $3^2 = 9$.
# So $\mathcal L = 5$.

# %% tags=["solution"]
def dropout_loss(X, y, w, p_keep):
    """Average ||y - (R * X) w||^2 over all masks R, in closed form.

    X: (n, d).  y: (n,).  w: (d,).
    p_keep: the probability that an entry of R is 1; else it is 0.

    Returns one number.
    """
    # The fit of the average mask, then the penalty: about three lines.
    # BEGIN SOLUTION
    # p - p^2 is the variance of one coin: written as p^2 - p, the penalty is a reward.
    lengths = np.linalg.norm(X, axis=0)
    fit = np.sum((y - p_keep * X @ w) ** 2)
    return fit + p_keep * (1 - p_keep) * np.sum((lengths * w) ** 2)
    # END SOLUTION
