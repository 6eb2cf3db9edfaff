# rows: K21
# %% [markdown]
# ## Question 8 · Batch normalization for images, backward
#
# The backward pass takes the same way: bring `dout` into the form of the plain layer, call `batchnorm_backward(dout, cache)`, and bring `dx` back.
# `dgamma` and `dbeta` are already in the right shape, one number a channel.
#
# **For example**, where every entry of `dout` is 1, `dbeta` is `N * H * W` for each channel, `dgamma` is 0 up to rounding, and so is `dx`.

# %% tags=["solution"]
def spatial_batchnorm_backward(dout, cache):
    """Send the gradient back through `spatial_batchnorm_forward`.

    dout: (N, C, H, W).  cache: what your forward pass returned.

    Returns dx (N, C, H, W), dgamma (C,) and dbeta (C,).
    """
    # About four lines.
    # BEGIN SOLUTION
    N, C, H, W = dout.shape
    columns = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dx, dgamma, dbeta = batchnorm_backward(columns, cache)
    dx = dx.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    # END SOLUTION
    return dx, dgamma, dbeta
