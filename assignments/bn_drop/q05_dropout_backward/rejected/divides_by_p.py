"""Scales by 1 / p: right for one half only."""

CAUGHT_BY = "test_follows_the_mask_for_any_p"
HINT = "which share of the entries survives"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (mask > 0) / dropout_param["p"]
