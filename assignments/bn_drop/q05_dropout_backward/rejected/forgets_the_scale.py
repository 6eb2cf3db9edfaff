"""Passes dout where an entry survived, without the scale."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "what follows for the gradient"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (mask > 0)
