"""Gives every filter the sum over all filters."""

CAUGHT_BY = "test_gives_db_of_every_shape"
HINT = "each filter has its own part"


def conv_backward_naive(dout, cache):
    (x, w, b, conv_param) = cache
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    pad = conv_param["pad"]
    stride = conv_param["stride"]
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)), "constant")
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    db = np.sum(dout) * np.ones(F)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            x_window = xp[
                :, :, i * stride : i * stride + HH, j * stride : j * stride + WW
            ]
            for k in range(F):
                dw[k] += np.sum(
                    x_window * (dout[:, k, i, j])[:, None, None, None], axis=0
                )
            for n in range(N):
                dxp[
                    n, :, i * stride : i * stride + HH, j * stride : j * stride + WW
                ] += np.sum(w * (dout[n, :, i, j])[:, None, None, None], axis=0)
    dx = dxp[:, :, pad : dxp.shape[2] - pad, pad : dxp.shape[3] - pad]
    return dx, dw, db
