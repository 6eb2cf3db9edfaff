"""Drops a fixed number of the entries of each row."""

CAUGHT_BY = "test_tosses_a_coin_for_each_entry"
HINT = "do not choose how many"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed"))
    if mode == "train":
        rows = x.reshape(len(x), -1)
        ranks = generator.random(rows.shape).argsort(axis=1)
        mask = (ranks >= int(p * rows.shape[1])).reshape(x.shape) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
