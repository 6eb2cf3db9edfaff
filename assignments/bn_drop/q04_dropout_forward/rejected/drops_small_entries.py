"""Drops the entries that are small, and tosses no coin."""

CAUGHT_BY = "test_draws_a_new_mask_in_each_call"
HINT = "where do the coins"
TRUE = ("no entry became zero",)


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (np.abs(x) >= p * np.abs(x).max()) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
