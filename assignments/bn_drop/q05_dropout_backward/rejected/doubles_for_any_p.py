"""The factor of p = 0.5, for every p."""

CAUGHT_BY = "test_follows_the_mask_for_any_p"
HINT = "the factor 2 is right for p = 0.5"


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    return dout * (mask > 0) * 2
