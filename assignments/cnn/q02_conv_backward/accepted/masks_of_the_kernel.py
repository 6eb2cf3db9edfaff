"""Each pixel asks every entry of the kernel which output saw it there."""


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
    for row, column in np.ndindex(x.shape[2:]):
        for u, v in np.ndindex(HH, WW):
            i, past_i = divmod(row + pad - u, stride)
            j, past_j = divmod(column + pad - v, stride)
            if past_i == past_j == 0 and i in range(rows) and j in range(columns):
                dx[:, :, row, column] += dout[:, :, i, j] @ w[:, :, u, v]
    db = np.zeros(len(b))
    for f in range(len(b)):
        db[f] = np.sum(dout[:, f, :, :])
    return dx, dw, db
