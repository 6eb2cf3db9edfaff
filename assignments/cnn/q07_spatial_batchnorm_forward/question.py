# rows: K20
# %% [markdown]
# ## Question 7 · Batch normalization for images, forward
#
# Images have places besides examples and channels.
# Here each *channel* has one mean and one variance: they run over the batch, the rows and the columns.
# Question 10 asks you why.
#
# For `x` of shape `(N, C, H, W)` this is plain batch normalization of an array with `N * H * W` rows and `C` columns.
#
# **For example**, two images of one channel and one row, `[1, 3]` and `[5, 7]`, have the mean 4 and the variance 5.

# %% [markdown]
# The plain layer `batchnorm_forward(x, gamma, beta, bn_param)` is given.
# Your work is to bring `x` into that form and the result back.
#
# Careful: `reshape` keeps the order of the numbers.
# To make the channel the last axis, move it there first, with `transpose` or `np.moveaxis`.

# %% tags=["solution"]
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    """Normalize each channel over the batch and all its places.

    x: (N, C, H, W).  gamma, beta: (C,).  bn_param: handed on as it is.

    Returns out (N, C, H, W), and a cache for the backward pass.
    We suggest cache = the cache of the plain layer.
    """
    # One column a channel, the plain layer, and back: about four lines.
    # BEGIN SOLUTION
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    # END SOLUTION
    return out, cache
