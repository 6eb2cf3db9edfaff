"""Takes p for the probability to keep, throughout."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "which share of the entries survives"
TRUE = ("p is the probability to drop",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) < p) / p
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
