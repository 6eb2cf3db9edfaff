"""Keeps one cache for all calls, so a later forward pass overwrites it."""

CAUGHT_BY = "test_gives_the_same_again"
HINT = "keeps nothing from one call"


LAST = {}


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    LAST.update(x_pad=x_pad, w=w, stride=stride, pad=pad, shape=x.shape)
    windows = np.lib.stride_tricks.sliding_window_view(x_pad, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    out = np.einsum("ncijuv,fcuv->nfij", windows, w) + b.reshape(1, -1, 1, 1)
    return out, LAST


def conv_backward_naive(dout, cache):
    x_pad, w, s, p = (cache[key] for key in ("x_pad", "w", "stride", "pad"))
    (N, C, H, W), (F, C, HH, WW) = cache["shape"], w.shape
    dx, dw = np.zeros_like(x_pad), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            place = np.s_[:, :, i * s : i * s + HH, j * s : j * s + WW]
            dw += np.einsum("nf,ncuv->fcuv", dout[:, :, i, j], x_pad[place])
            dx[place] += np.einsum("nf,fcuv->ncuv", dout[:, :, i, j], w)
    return dx[:, :, p : p + H, p : p + W], dw, dout.sum(axis=(0, 2, 3))
