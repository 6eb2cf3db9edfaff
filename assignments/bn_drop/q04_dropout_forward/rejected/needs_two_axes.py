"""Works for matrices only."""

CAUGHT_BY = "test_takes_any_shape"
HINT = "a number for every axis"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random((x.shape[0], x.shape[1])) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
