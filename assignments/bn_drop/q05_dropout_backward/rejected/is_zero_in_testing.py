"""Gives no gradient in testing."""

CAUGHT_BY = "test_testing_returns_dout"
HINT = "the layer is the identity"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return 0 * dout if mask is None else dout * mask
