"""Takes p = 0 for the end of the layer."""

CAUGHT_BY = "test_drops_with_probability_p"
MISCONCEPTION = False
TRUE = ("with p = 0 nothing is dropped",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p) if p else np.zeros(x.shape)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
