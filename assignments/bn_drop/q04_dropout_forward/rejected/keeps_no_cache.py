"""Leaves nothing for the backward pass."""

CAUGHT_BY = "test_keeps_a_cache"
HINT = "need to know about the coins"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, None
