"""Passes the gradient where an entry was dropped."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "does not reach the output"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (mask == 0) / (1 - dropout_param["p"])
