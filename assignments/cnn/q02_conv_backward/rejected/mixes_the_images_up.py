"""Puts the filter first, but the images in another order than the columns."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "each image of the batch by itself"


def _idx(shape, HH, WW, p, s):
    N, C, H, W = shape
    oh, ow = (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1
    i0 = np.tile(np.repeat(np.arange(HH), WW), C)
    i1 = s * np.repeat(np.arange(oh), ow)
    j0 = np.tile(np.arange(WW), HH * C)
    j1 = s * np.tile(np.arange(ow), oh)
    return (
        np.repeat(np.arange(C), HH * WW).reshape(-1, 1),
        i0[:, None] + i1[None],
        j0[:, None] + j1[None],
    )


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    k, i, j = _idx(x.shape, HH, WW, p, s)
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    cols = xp[:, k, i, j].transpose(1, 2, 0).reshape(C * HH * WW, -1)
    out = (
        (w.reshape(F, -1) @ cols + b[:, None])
        .reshape(F, (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1, N)
        .transpose(3, 0, 1, 2)
    )
    return out, (x, w, b, conv_param, cols)


def conv_backward_naive(dout, cache):
    x, w, b, conv_param, cols = cache
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    d = dout.transpose(1, 0, 2, 3).reshape(F, -1)
    db = dout.sum((0, 2, 3))
    dw = (d @ cols.T).reshape(w.shape)
    dcols = (w.reshape(F, -1).T @ d).reshape(C * HH * WW, -1, N).transpose(2, 0, 1)
    k, i, j = _idx(x.shape, HH, WW, p, s)
    dxp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    np.add.at(dxp, (slice(None), k, i, j), dcols)
    if p == 0:
        return dxp, dw, db
    return dxp[:, :, p:-p, p:-p], dw, db
