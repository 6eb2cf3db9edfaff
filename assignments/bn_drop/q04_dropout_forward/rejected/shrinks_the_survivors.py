"""Multiplies by 1 - p where it should divide."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "have to grow"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) * (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
