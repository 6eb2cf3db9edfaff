"""The factor of p = 0.5, for every p."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "the factor 2 is right for p = 0.5"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) * 2
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
