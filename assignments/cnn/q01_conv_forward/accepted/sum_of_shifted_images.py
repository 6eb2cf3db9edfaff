"""One step for each entry of the kernel."""


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    F, C, HH, WW = w.shape
    x_pad = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    rows = 1 + (x_pad.shape[2] - HH) // s
    columns = 1 + (x_pad.shape[3] - WW) // s
    out = np.zeros((len(x), F, rows, columns)) + b[:, None, None]
    for u in range(HH):
        for v in range(WW):
            shifted = x_pad[:, :, u : u + s * rows : s, v : v + s * columns : s]
            out += np.tensordot(shifted, w[:, :, u, v], axes=(1, 1)).transpose(
                0, 3, 1, 2
            )
    return out, (x, w, b, conv_param)
