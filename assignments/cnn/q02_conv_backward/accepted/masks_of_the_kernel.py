"""Each pixel asks every output which entry of the kernel saw it there."""


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    _, _, HH, WW = w.shape
    _, _, rows, columns = dout.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dw, dx = np.zeros(w.shape), np.zeros(x.shape)
    for f, c, u, v in np.ndindex(*w.shape):
        seen = x_pad[:, c, u : u + rows * stride : stride]
        seen = seen[:, :, v : v + columns * stride : stride]
        dw[f, c, u, v] = np.sum(dout[:, f] * seen)
    for n, c, row, column in np.ndindex(*x.shape):
        for i, j in np.ndindex(rows, columns):
            u, v = row + pad - i * stride, column + pad - j * stride
            if u in range(HH) and v in range(WW):
                dx[n, c, row, column] += dout[n, :, i, j] @ w[:, c, u, v]
    db = np.zeros(len(b))
    for f in range(len(b)):
        db[f] = np.sum(dout[:, f, :, :])
    return dx, dw, db
