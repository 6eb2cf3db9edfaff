"""Gives the derivative of out, and leaves dout away."""

CAUGHT_BY = "test_follows_the_mask_for_any_p"
HINT = "where does dout enter"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    return mask
