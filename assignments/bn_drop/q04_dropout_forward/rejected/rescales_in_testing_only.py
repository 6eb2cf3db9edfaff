"""Classic dropout: all scaling in testing."""

CAUGHT_BY = "test_testing_is_the_identity"
HINT = "leave x alone"
TRUE = ("the survivors are unscaled",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = generator.random(x.shape) >= p
        out = x * mask
    else:
        mask, out = None, x * (1 - p)
    return out, (dropout_param, mask)
