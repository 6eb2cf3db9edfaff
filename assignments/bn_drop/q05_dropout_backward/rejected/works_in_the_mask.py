"""Multiplies the gradient into the mask of the cache."""

CAUGHT_BY = "test_leaves_dout_and_the_cache_alone"
HINT = "a second call needs the cache"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    mask *= dout
    return mask
