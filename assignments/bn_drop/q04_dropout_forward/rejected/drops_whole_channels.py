"""One coin for each channel of an image."""

CAUGHT_BY = "test_takes_any_shape"
HINT = "a coin of its own"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = ((generator.random(x.shape[:2]) >= p) / (1 - p)).reshape(
            x.shape[:2] + (1,) * max(x.ndim - 2, 0)
        )
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
