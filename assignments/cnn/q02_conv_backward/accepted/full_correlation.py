"""Spreads dout by the stride, then slides the turned kernel over it."""


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, Ho, Wo = dout.shape
    dil = np.zeros((N, F, (Ho - 1) * s + 1, (Wo - 1) * s + 1))
    dil[:, :, ::s, ::s] = dout
    full = np.pad(dil, ((0, 0), (0, 0), (HH - 1, HH - 1), (WW - 1, WW - 1)))
    wf = w[:, :, ::-1, ::-1]
    dxp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    for i in range(H + 2 * p):
        for j in range(W + 2 * p):
            dxp[:, :, i, j] = np.einsum(
                "nfuv,fcuv->nc", full[:, :, i : i + HH, j : j + WW], wf
            )
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dw = np.zeros_like(w)
    for u in range(HH):
        for v in range(WW):
            dw[:, :, u, v] = np.einsum(
                "nfij,ncij->fc",
                dil,
                xp[:, :, u : u + dil.shape[2], v : v + dil.shape[3]],
            )
    return dxp[:, :, p : p + H, p : p + W], dw, np.einsum("nfij->f", dout)
