"""Loops over the kernel; strided slices do the rest."""


def conv_backward_naive(dout, cache):
    x, w, _, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    rows, columns = dout.shape[2:]
    x_pad = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    dx, dw = np.zeros(x_pad.shape), np.zeros(w.shape)
    for u, v in np.ndindex(*w.shape[2:]):
        place = np.s_[:, :, u : u + s * rows : s, v : v + s * columns : s]
        dw[:, :, u, v] = np.tensordot(dout, x_pad[place], axes=([0, 2, 3], [0, 2, 3]))
        dx[place] += np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
    if p:
        dx = dx[:, :, p:-p, p:-p]
    return dx, dw, np.einsum("nfij->f", dout)
