"""Draws anew although a seed is given."""

CAUGHT_BY = "test_repeats_the_mask_of_a_seed"
HINT = "equal seeds, equal coins"


def dropout_forward(x, dropout_param):
    mode, p = dropout_param["mode"], dropout_param["p"]
    generator = np.random.default_rng()
    if mode == "train":
        mask = (generator.random(x.shape) >= p) / (1 - p)
        out = x * mask
    else:
        mask, out = None, x
    return out, (dropout_param, mask)
