"""Chooses exactly a share p of the entries."""

CAUGHT_BY = "test_tosses_a_coin_for_each_entry"
HINT = "do not choose how many"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        mask = (generator.permutation(x.size).reshape(x.shape) >= round(p * x.size)) / (
            1 - p
        )
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
