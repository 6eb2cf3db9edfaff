"""Scales the gradient, and drops nothing."""

CAUGHT_BY = "test_follows_the_mask_for_any_p"
HINT = "does not reach the output"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    return dout / (1 - dropout_param["p"])
