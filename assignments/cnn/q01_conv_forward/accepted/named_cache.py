"""One output after the other; the cache is a named tuple."""

from collections import namedtuple

ConvCache = namedtuple("ConvCache", "x w b stride pad xp")


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    xp = np.zeros((x.shape[0], x.shape[1], x.shape[2] + 2 * p, x.shape[3] + 2 * p))
    if p > 0:
        xp[:, :, p:-p, p:-p] = x
    else:
        xp[...] = x
    N, C, Hp, Wp = xp.shape
    F, C, HH, WW = w.shape
    out = np.zeros((N, F, (Hp - HH) // s + 1, (Wp - WW) // s + 1))
    for idx in np.ndindex(*out.shape):
        n, f, i, j = idx
        out[idx] = (
            np.vdot(xp[n, :, i * s : i * s + HH, j * s : j * s + WW], w[f]) + b[f]
        )
    return out, ConvCache(x, w, b, s, p, xp)
