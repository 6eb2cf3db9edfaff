"""Multiplies the caller's dout in place."""

CAUGHT_BY = "test_leaves_dout_and_the_cache_alone"
HINT = "in place"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if mask is not None:
        dout *= mask
    return dout
