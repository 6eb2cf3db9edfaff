"""Scales although the mask holds the scale."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "scaled twice"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * mask / (1 - dropout_param["p"])
