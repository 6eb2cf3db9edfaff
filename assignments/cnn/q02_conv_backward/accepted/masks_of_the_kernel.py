"""Each pixel asks every entry of the kernel which output saw it there."""


def who_saw(place, size, outputs, stride):
    """List the rows of a kernel that saw a row of x, and in which output."""
    asked = [(k, *divmod(place - k, stride)) for k in range(size)]
    return [(k, i) for k, i, past in asked if past == 0 and 0 <= i < outputs]


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    _, _, HH, WW = w.shape
    _, _, rows, columns = dout.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dw, dx = np.zeros(w.shape), np.zeros(x.shape)
    for u, v in np.ndindex(HH, WW):
        seen = x_pad[:, :, u : u + rows * stride : stride]
        seen = seen[:, :, :, v : v + columns * stride : stride]
        dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, seen)
    for row in range(x.shape[2]):
        for u, i in who_saw(row + pad, HH, rows, stride):
            for column in range(x.shape[3]):
                for v, j in who_saw(column + pad, WW, columns, stride):
                    dx[:, :, row, column] += dout[:, :, i, j] @ w[:, :, u, v]
    db = np.zeros(len(b))
    for f in range(len(b)):
        db[f] = np.sum(dout[:, f, :, :])
    return dx, dw, db
