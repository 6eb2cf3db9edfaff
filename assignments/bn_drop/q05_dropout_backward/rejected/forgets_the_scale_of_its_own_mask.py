"""A mask of zeros and ones in the cache, and a backward pass that needs a scaled one."""

CAUGHT_BY = "test_doubles_the_gradient_of_survivors"
HINT = "what follows for the gradient"


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    mask = np.random.default_rng(dropout_param.get("seed")).random(x.shape) >= p
    return x * mask / (1 - p), (dropout_param, mask)


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if dropout_param["mode"] == "test" else dout * mask
