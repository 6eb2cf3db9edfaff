# rows: N5, N6
# %% [markdown]
# ## Question 6 · A gradient through the mean
#
# Before the full layer, take one that only subtracts the mean and never divides.
# For a batch of $n$ numbers $x_1, \dots, x_n$ with mean $\mu$ it gives
#
# $$\begin{aligned}
# y_j &= \gamma\,(x_j - \mu) + \beta, \\
# \mu &= \frac1n \sum_{i=1}^n x_i .
# \end{aligned}$$
#
# A loss $L$ depends on all the $y_j$, and the gradients $\partial L/\partial y_j$ are known.

# %% [markdown]
# Each $x_i$ enters *every* output, because it is part of $\mu$.
# So the chain rule is a sum over all outputs:
#
# $$\frac{\partial L}{\partial x_i} = \sum_{j=1}^n \frac{\partial L}{\partial y_j}\,\frac{\partial y_j}{\partial x_i} .$$
#
# Work out $\partial y_j/\partial x_i$ on paper, once for $j = i$ and once for $j \ne i$.
# Then simplify the sum.
#
# **For example**, with $\gamma = 2$ and $\partial L/\partial y = (1, 2, 6)$ the result is $(-4, -2, 6)$.

# %% tags=["solution"]
def demean_backward(dy, gamma):
    """Return dL/dx (n,) for the layer y = gamma * (x - mean(x)) + beta.

    dy: (n,), the gradient dL/dy, for any n from 1 on.  gamma: a number.
    """
    # Your simplified sum: one line.
    # BEGIN SOLUTION
    # The term of mu reaches every x: -gamma/n times the sum of all dy, dy_i included.
    return gamma * (dy - dy.mean())
    # END SOLUTION
