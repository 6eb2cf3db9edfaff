"""Coins from a binomial distribution, and a selection."""


def dropout_forward(x, dropout_param):
    keep = 1 - dropout_param["p"] if dropout_param["mode"] == "train" else 1.0
    generator = np.random.default_rng(dropout_param.get("seed"))
    kept = generator.binomial(1, keep, size=x.shape).astype(bool)
    out = np.where(kept, x / keep, 0)
    return out, {"kept": kept, "keep": keep}
