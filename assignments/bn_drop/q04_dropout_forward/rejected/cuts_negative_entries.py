"""Applies a ReLU before it drops."""

CAUGHT_BY = "test_drops_with_probability_p"
HINT = "every negative entry of x became zero"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = np.maximum(x, 0) * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
