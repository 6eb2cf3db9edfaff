"""Gives np.random.rand the shape as one argument: it takes the sizes one by one."""

CAUGHT_BY = "test_takes_any_shape"
HINT = "one number for each axis"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    if "seed" in dropout_param:
        np.random.seed(dropout_param["seed"])
    if mode == "train":
        mask = (np.random.rand(x.shape) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
