"""Writes the zeros into the caller's x."""

CAUGHT_BY = "test_leaves_its_input_alone"
HINT = "in place"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    mask = None
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        x *= mask
    return x, (dropout_param, mask)
