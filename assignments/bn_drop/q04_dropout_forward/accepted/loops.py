"""One coin at a time."""


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    if dropout_param["mode"] == "test":
        return x.copy(), (dropout_param, np.ones(x.shape))
    generator = np.random.default_rng(dropout_param.get("seed"))
    mask = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        if generator.random() > p:
            mask[place] = 1 / (1 - p)
    return x * mask, (dropout_param, mask)
