"""Rounds uniform numbers: p is 0.5 always."""

CAUGHT_BY = "test_drops_with_probability_p"
HINT = "one half"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (np.round(generator.random(x.shape))) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
