"""A forward pass with a cache of its own, and the backward pass to it."""


def dropout_forward(x, dropout_param):
    p, training = dropout_param["p"], dropout_param["mode"] == "train"
    coins = np.random.default_rng(dropout_param.get("seed")).random(x.shape)
    kept, scale = (coins > p, 1 / (1 - p)) if training else (np.ones(x.shape), 1.0)
    return x * kept * scale, {"kept": kept, "scale": scale}


def dropout_backward(dout, cache):
    return dout * cache["kept"] * cache["scale"]
