"""Adds the bias inside the sum."""

CAUGHT_BY = "test_convolves_every_shape"
HINT = "add the bias once for each output"


def conv_forward_naive(x, w, b, conv_param):
    out = None
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    stride = conv_param["stride"]
    pad = conv_param["pad"]
    H_out = int(1 + (H + 2 * pad - HH) / stride)
    W_out = int(1 + (W + 2 * pad - WW) / stride)
    x_pad = np.pad(
        x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant", constant_values=0
    )
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    hs = i * stride
                    ws = j * stride
                    out[n, f, i, j] = np.sum(
                        x_pad[n, :, hs : hs + HH, ws : ws + WW] * w[f] + b[f]
                    )
    cache = (x, w, b, conv_param)
    return out, cache
