# rows: K15
# %% [markdown]
# ## Question 3 · Max pooling, forward
#
# Pooling makes maps smaller: each window keeps its largest entry, in every channel by itself.
# There is no weight and no padding.
#
# **For example**, windows of one row and two columns with stride 1 turn `[-3, -1, -2]` into `[-1, -1]`.

# %% [markdown]
# The window's height, its width and the stride are three settings, and they need not be equal.
# The output has $H' = 1 + (H - \text{height})/\text{stride}$ rows, and columns by the same rule.
# You may assume that the stride divides evenly.

# %% tags=["solution"]
def max_pool_forward_naive(x, pool_param):
    """Keep the largest entry of every window.

    x: (N, C, H, W).
    pool_param: dict with "pool_height", "pool_width" and "stride".

    Returns out (N, C, H', W'), and a cache for the backward pass.
    We suggest cache = (x, pool_param).
    """
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    # Visit every window and keep its maximum: about eight lines.
    # BEGIN SOLUTION
    N, C, H, W = x.shape
    out = np.zeros((N, C, 1 + (H - height) // stride, 1 + (W - width) // stride))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + height, left : left + width]
            out[:, :, i, j] = window.max(axis=(2, 3))
    # END SOLUTION
    return out, (x, pool_param)
