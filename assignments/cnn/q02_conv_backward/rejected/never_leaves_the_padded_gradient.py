"""Collects in the padded gradient, and returns another array."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "dx is 0 everywhere"


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    pad, stride = conv_param["pad"], conv_param["stride"]
    F, C, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            at = np.s_[:, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
            dw += np.einsum("nf,ncij->fcij", dout[:, :, i, j], xp[at])
            dxp[at] += np.einsum("nf,fcij->ncij", dout[:, :, i, j], w)
    return np.zeros_like(x), dw, dout.sum(axis=(0, 2, 3))
