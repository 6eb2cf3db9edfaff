"""Undoes the scale of the forward pass."""

CAUGHT_BY = "test_follows_the_mask_for_any_p"
HINT = "have to grow"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    return dout * mask * (1 - dropout_param["p"]) ** 2
