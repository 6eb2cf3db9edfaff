"""Tosses new coins for the gradient."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "does not reach the output"
TRUE = ("draw and change nothing",)


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout
    p = dropout_param["p"]
    return dout * (np.random.default_rng().random(dout.shape) >= p) / (1 - p)
