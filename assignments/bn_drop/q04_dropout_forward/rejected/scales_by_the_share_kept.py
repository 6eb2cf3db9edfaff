"""Divides by the share of this mask that was kept."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "not from how many entries were kept"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = generator.random(x.shape) >= p
        mask = mask / mask.mean()
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
