"""Divides dw by N."""

CAUGHT_BY = "test_gives_dw_of_every_shape"
HINT = "division by N belongs to the loss"
TRUE = ("from every image, as a sum",)


def conv_backward_naive(dout, cache):
    x, w, _, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    (N, C, H, W), (F, C, HH, WW) = x.shape, w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx_pad, dw = np.zeros_like(x_pad), np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + HH)
            columns = slice(j * stride, j * stride + WW)
            dy, window = dout[:, :, i, j], x_pad[:, :, rows, columns]
            dw += np.einsum("nf,ncuv->fcuv", dy, window)
            dx_pad[:, :, rows, columns] += np.einsum("nf,fcuv->ncuv", dy, w)
    dw /= N
    dx = dx_pad[:, :, pad : pad + H, pad : pad + W]
    return dx, dw, db
