"""One output at a time."""


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    N, F, H_out, W_out = dout.shape
    HH, WW = w.shape[2:]
    x_pad = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dx_pad, dw, db = np.zeros(x_pad.shape), np.zeros(w.shape), np.zeros(b.shape)
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    grad = dout[n, f, i, j]
                    top, left = i * s, j * s
                    db[f] += grad
                    window = np.s_[n, :, top : top + HH, left : left + WW]
                    dw[f] += grad * x_pad[window]
                    dx_pad[window] += grad * w[f]
    H, W = x.shape[2:]
    return dx_pad[:, :, p : H + p, p : W + p], dw, db
