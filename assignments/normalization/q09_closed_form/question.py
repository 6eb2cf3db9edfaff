# rows: N13
# %% [markdown]
# ## Question 9 · The gradient of batch norm in closed form
#
# Now take the full layer.
# With one row an example and one column a feature, it is for each column $j$
#
# $$\begin{aligned}
# Z_{ij} &= \frac{X_{ij} - \mu_j}{\sqrt{\sigma_j^2 + \varepsilon}}, \\
# Y_{ij} &= \gamma_j Z_{ij} + \beta_j .
# \end{aligned}$$
#
# Given are $\partial L/\partial Y$ and $X$; $\mu$ and $\sigma^2$ divide by $N$.
# Columns do not touch each other, so you may work with a single one.

# %% [markdown]
# Go back through your graph; $i$ is the row of the $X_{ij}$ in $\partial L/\partial X_{ij}$, so give the index of every sum another letter:
#
# 1. from $Y$ to everything that its formula uses,
# 2. from $Z$ to $\sigma^2$: which power of $\sigma^2+\varepsilon$, and what is it multiplied by?
# 3. to $\mu$, back along every arrow that leaves it,
# 4. add everything that reaches $X_{ij}$, and write it with $Z$.
#
# Your result should have three terms.

# %% [markdown]
# **For example**, take one column $X = (-1, -1, 2)$ with $\varepsilon = 2$ and $\gamma = 2$.
# Then $\sigma^2 = 2$ and $Z = (-0.5, -0.5, 1)$.
# With $\partial L/\partial Y = (1, 2, 6)$ the result is $\partial L/\partial X = (-1.25, -0.25, 1.5)$, $\partial L/\partial\gamma = 4.5$ and $\partial L/\partial\beta = 9$.
#
# Use no autograd here: it would hide what the question is about.

# %% tags=["solution"]
def bn_gradients(dY, X, gamma, eps):
    """Return dX (N, D), dgamma (D,) and dbeta (D,) of batch norm in training.

    dY: (N, D), the gradient dL/dY.  X: (N, D).  gamma: (D,).  eps: a number.
    """
    # First Z and the two simple gradients, then your three terms: about five lines.
    # BEGIN SOLUTION
    root = np.sqrt(X.var(axis=0) + eps)
    Z = (X - X.mean(axis=0)) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    # Often wrong: in the last term Z_ij stands outside the mean, dY_kj * Z_kj inside.
    # It comes from dsigma2/dX_ij = 2 (X_ij - mu_j) / N, a factor that gets lost.
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, dgamma, dbeta
    # END SOLUTION
