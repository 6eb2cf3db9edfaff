"""Returns dx with its padding."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "where in the padded image does x begin"
TRUE = ("a gradient has the shape of what it belongs to",)


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
    dx = dx_pad
    return dx, dw, db
