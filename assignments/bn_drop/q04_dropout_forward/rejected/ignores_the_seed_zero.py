"""Takes the seed 0 for no seed."""

CAUGHT_BY = "test_draws_a_new_mask_in_each_call"
HINT = "0 is a seed too"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng(dropout_param.get("seed") or None)
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
