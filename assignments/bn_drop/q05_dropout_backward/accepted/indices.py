"""Remembers the places of the survivors."""


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    out, scale = x.copy(), 1
    kept = np.arange(x.size)
    if mode == "train":
        coins = np.random.RandomState(dropout_param.get("seed")).rand(x.size)
        kept = np.flatnonzero(coins > p)
        out = np.zeros(x.size)
        scale = 1 - p
        out[kept] = x.ravel()[kept] / scale
    return out.reshape(x.shape), {"kept": kept, "scale": scale}


def dropout_backward(dout, cache):
    dx = np.zeros(dout.size)
    dx[cache["kept"]] = dout.ravel()[cache["kept"]] / cache["scale"]
    return dx.reshape(dout.shape)
