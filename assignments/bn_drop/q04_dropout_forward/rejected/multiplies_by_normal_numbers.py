"""Multiplies by a normal number: nothing is dropped."""

CAUGHT_BY = "test_doubles_or_drops_when_p_is_one_half"
HINT = "one factor"
TRUE = ("no entry became zero",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = generator.normal(size=x.shape)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
