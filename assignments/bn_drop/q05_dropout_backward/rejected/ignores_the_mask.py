"""Passes dout everywhere."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "does not reach the output"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout
