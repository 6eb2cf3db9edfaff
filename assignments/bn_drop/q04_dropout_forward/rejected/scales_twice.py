"""Scales the mask and the output."""

CAUGHT_BY = "test_doubles_or_drops_when_p_is_one_half"
HINT = "scaled twice"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask / (1 - p)
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
