"""Returns the output alone."""

CAUGHT_BY = "test_doubles_or_drops_when_p_is_one_half"
MISCONCEPTION = False


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "test":
        return x
    return x * (generator.random(x.shape) >= p) / (1 - p)
