"""Has no padded image where pad is 0."""

CAUGHT_BY = "test_convolves_every_shape"
HINT = "It is not set on every way through the function"


def conv_forward_naive(x, w, b, conv_param):
    pad, stride = conv_param["pad"], conv_param["stride"]
    F, C, HH, WW = w.shape
    if pad > 0:
        xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho, Wo = (xp.shape[2] - HH) // stride + 1, (xp.shape[3] - WW) // stride + 1
    out = np.zeros((len(x), F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            at = np.s_[:, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
            out[:, :, i, j] = np.einsum("ncij,fcij->nf", xp[at], w) + b
    return out, (x, w, b, conv_param)
