# rows: O1
# %% [markdown]
# ## Part 1 · Optimizers
#
# ### Question 1 · Momentum
#
# A gradient that is measured on a small batch is noisy.
# Momentum steps along a running mean $m$ of the gradients $g_1, g_2, \dots$ instead:
#
# $$\begin{aligned}
# m_t &= \beta_1\, m_{t-1} + (1-\beta_1)\, g_t, \\
# \theta_t &= \theta_{t-1} - \eta\, m_t, \\
# m_0 &= 0 .
# \end{aligned}$$
#
# The old mean has the weight $\beta_1$, and the new gradient the rest.

# %% [markdown]
# **For example**, take one weight, $\theta_0 = 0$, $\eta = 1$ and $\beta_1 = 0.9$.
# The gradients 1, 2 and $-1$ give $m = 0.1,\ 0.29,\ 0.161$, and so $\theta = -0.1,\ -0.39,\ -0.551$.
#
# `torch.optim.SGD` follows other rules (it leaves $1-\beta_1$ out, or makes an exception for the first step), so do not compare with it.

# %% tags=["solution"]
def momentum_step(theta, m, g, eta, beta1):
    """Take one step of SGD with momentum.

    theta, m, g: (n,), the weights, the running mean so far, the new gradient.
    eta: the step size.  beta1: the weight of the old running mean.

    Returns the new theta and the new m, as new arrays.
    """
    # First m, then theta, then return both: about three lines.
    # BEGIN SOLUTION
    # Without 1 - beta1 the sum grows to g / (1 - beta1): a step ten times too long.
    m = beta1 * m + (1 - beta1) * g
    theta = theta - eta * m
    return theta, m
    # END SOLUTION
