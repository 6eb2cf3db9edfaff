"""Has no case for testing."""

CAUGHT_BY = "test_testing_returns_dout"
HINT = "the layer is the identity"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "train":
        return dout * mask
