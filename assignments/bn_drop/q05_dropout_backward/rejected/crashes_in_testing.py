"""Multiplies with the mask in testing, where there is none."""

CAUGHT_BY = "test_testing_returns_dout"
HINT = "the layer is the identity"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout * mask
