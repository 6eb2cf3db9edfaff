"""Sets the mask in training only, so that testing raises an error."""

CAUGHT_BY = "test_testing_is_the_identity"
MISCONCEPTION = False


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask
    else:
        out = x
    return out, (dropout_param, mask)
