"""One coin for each row."""

CAUGHT_BY = "test_tosses_a_coin_for_each_entry"
HINT = "a coin of its own"
TRUE = ("no entry became zero",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.random((len(x), *[1] * (x.ndim - 1))) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
