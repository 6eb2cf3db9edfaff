"""Draws the mask of each shape once, and uses it again."""

CAUGHT_BY = "test_draws_a_new_mask_in_each_call"
HINT = "where do the coins"


MASKS = {}


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    if mode == "test":
        return x, (dropout_param, None)
    if (x.shape, p) not in MASKS:
        generator = np.random.default_rng(dropout_param.get("seed"))
        MASKS[x.shape, p] = (generator.random(x.shape) >= p) / (1 - p)
    return x * MASKS[x.shape, p], (dropout_param, MASKS[x.shape, p])
