"""Scales the gradient in testing too."""

CAUGHT_BY = "test_testing_returns_dout"
HINT = "the layer is the identity"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout / (1 - dropout_param["p"]) if mask is None else dout * mask
