# rows: K4
# %% [markdown]
# ## Question 2 · Batch normalization, backward
#
# To train the network, the gradient of the loss has to pass back through the layer.
# The mean and the variance are computed from the batch, so `x` reaches the output by three roads:
#
# - directly, as the $x_i$ in the numerator,
# - through the mean $\mu$, which every row of the batch takes part in,
# - through the variance $\sigma^2$, likewise.
#
# The gradient of `x` is the sum over the three roads.

# %% [markdown]
# Write the forward pass as a chain of small steps, for each feature (column):
#
# $$\begin{aligned}
# \mu &= \tfrac1N\sum_i x_i, \\
# c_i &= x_i-\mu, \\
# \sigma^2 &= \tfrac1N\sum_i c_i^2, \\
# s &= \sqrt{\sigma^2+\varepsilon}, \\
# \hat x_i &= \frac{c_i}{s}, \\
# y_i &= \gamma\,\hat x_i+\beta .
# \end{aligned}$$
#
# You are given $\partial\mathcal L/\partial y_i$, called `dout`.
# Walk along the chain from the last line to the first: multiply the gradient of a step's output by the derivative of that step, and you have the gradient of its input.

# %% [markdown]
# Two rules are all that you need beside the derivatives.
#
# - **A value that is used twice** collects the sum of both gradients.
#   Here $c_i$ is used in $\hat x_i$ and in $\sigma^2$.
# - **A value that is shared by all rows** ($\gamma$, $\beta$, $\mu$, $\sigma^2$) collects the sum over the rows.
#
# **For example**, let $c=3$, $u=2c$, $v=c^2$ and $w=u+v$.
# Both roads start at $c$, so $dw/dc = 2 + 2c = 8$.

# %% tags=["solution"]
def batchnorm_backward(dout, cache):
    """Pass the gradient of the loss back through batch normalization (training mode).

    dout: (N, D), gradient with respect to out.
    cache: what your batchnorm_forward stored.

    Returns dx (N, D), dgamma (D,) and dbeta (D,). dout and the cache stay as they are.
    """
    # If your forward pass stores something else, unpack that here.
    x, x_hat, mean, var, gamma, eps = cache
    N = len(dout)
    # 1. Through y = gamma * x_hat + beta: about three lines.
    # BEGIN SOLUTION
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dx_hat = dout * gamma
    # END SOLUTION
    # 2. Through x_hat = c / s to the variance: about two lines.
    # BEGIN SOLUTION
    # Each row keeps its own factor c inside the sum: without it dvar is another number.
    c, s = x - mean, np.sqrt(var + eps)
    dvar = (dx_hat * c).sum(axis=0) * -0.5 / s**3
    # END SOLUTION
    # 3. Both roads into c, then through c = x - mean: about two lines.
    # BEGIN SOLUTION
    dc = dx_hat / s + dvar * 2 * c / N
    dx = dc - dc.mean(axis=0)
    # END SOLUTION
    return dx, dgamma, dbeta
