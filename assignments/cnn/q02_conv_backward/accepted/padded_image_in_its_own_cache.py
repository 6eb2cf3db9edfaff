"""A forward pass of its own, whose cache holds the padded image."""


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), "constant")
    Ho, Wo = (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1
    out = np.zeros((N, F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = x[:, :, i * s : i * s + HH, j * s : j * s + WW]
            out[:, :, i, j] = window.reshape(N, -1).dot(w.reshape(F, -1).T) + b
    return out, (x, w, b, conv_param)


def conv_backward_naive(dout, cache):
    xp, w, b, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, Hp, Wp = xp.shape
    F, C, HH, WW = w.shape
    dxp, dw, db = np.zeros_like(xp), np.zeros_like(w), np.zeros_like(b)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            g = dout[:, :, i, j]
            window = xp[:, :, i * s : i * s + HH, j * s : j * s + WW]
            dw += g.T.dot(window.reshape(N, -1)).reshape(w.shape)
            dxp[:, :, i * s : i * s + HH, j * s : j * s + WW] += g.dot(
                w.reshape(F, -1)
            ).reshape(N, C, HH, WW)
            db += g.sum(0)
    return dxp[:, :, p : Hp - p, p : Wp - p], dw, db
