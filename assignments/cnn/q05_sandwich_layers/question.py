# rows: K17
# %% [markdown]
# ## Question 5 · Layers in one piece
#
# A convolution is nearly always followed by a ReLU, and often by pooling.
# Put the three into one layer, so that a network reads as a list of what it does.
#
# **For example**, the filter `[1, -1]` turns the row `[1, 3, 2, 6]` into `[-2, 1, -4]`, ReLU turns that into `[0, 1, 0]`, and a window of three columns keeps 1.
# On the way back a gradient of 1 becomes `[0, 1, 0]`, stays so, and ends as `[0, 1, -1, 0]`.

# %% tags=["solution"]
def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    """Convolution, then ReLU, then max pooling.

    Returns out, and a cache that holds the caches of the three layers.
    """
    # Call the three forward passes in order: about four lines.
    # BEGIN SOLUTION
    maps, conv_cache = conv_forward_naive(x, w, b, conv_param)
    active, relu_cache = relu_forward(maps)
    out, pool_cache = max_pool_forward_naive(active, pool_param)
    cache = (conv_cache, relu_cache, pool_cache)
    # END SOLUTION
    return out, cache


def conv_relu_pool_backward(dout, cache):
    """Send the gradient back through the three layers. Returns dx, dw and db."""
    # Call the three backward passes in reverse: about four lines.
    # BEGIN SOLUTION
    conv_cache, relu_cache, pool_cache = cache
    dactive = max_pool_backward_naive(dout, pool_cache)
    dmaps = relu_backward(dactive, relu_cache)
    dx, dw, db = conv_backward_naive(dmaps, conv_cache)
    # END SOLUTION
    return dx, dw, db
