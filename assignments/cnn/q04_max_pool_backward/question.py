# rows: K16
# %% [markdown]
# ## Question 4 · Max pooling, backward
#
# Only the largest entry of a window reached the output, so only that entry gets the window's gradient.
# An entry that is the largest of several overlapping windows collects from all of them.
#
# **For example**, windows of two columns with stride 1 over `[1, 5, 2]` both keep the 5.
# With `dout = [3, 4]`, `dx` is `[0, 7, 0]`.
#
# You may assume that no window has its largest entry twice.

# %% tags=["solution"]
def max_pool_backward_naive(dout, cache):
    """Send the gradient back through `max_pool_forward_naive`.

    dout: (N, C, H', W').  cache: what your forward pass returned.

    Returns dx (N, C, H, W).
    """
    x, pool_param = cache
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    dx = np.zeros_like(x)
    # Visit every window; the place of its maximum gets the gradient: about seven lines.
    # BEGIN SOLUTION
    for n, c, i, j in np.ndindex(*dout.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + height, left : left + width]
        u, v = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, top + u, left + v] += dout[n, c, i, j]
    # END SOLUTION
    return dx
