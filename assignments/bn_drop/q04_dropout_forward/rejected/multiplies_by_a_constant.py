"""A mask without chance: everything is scaled, nothing dropped."""

CAUGHT_BY = "test_drops_with_probability_p"
HINT = "no entry became zero"
TRUE = (
    "the survivors have to grow, not shrink",
    "where do the coins of a call come from",
)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = np.full(x.shape, 1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
