"""A helper for one image; gradients are added up over the batch."""


def one_image(dout, x, w, stride, pad):
    F, C, HH, WW = w.shape
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for i in range(dout.shape[1]):
        for j in range(dout.shape[2]):
            window = np.s_[
                :, i * stride : i * stride + HH, j * stride : j * stride + WW
            ]
            dx[window] += (dout[:, i, j] @ w.reshape(F, -1)).reshape(C, HH, WW)
            dw += np.multiply.outer(dout[:, i, j], x[window])
    return dx[:, pad : x.shape[1] - pad, pad : x.shape[2] - pad], dw


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    pieces = [
        one_image(d, image, w, conv_param["stride"], conv_param["pad"])
        for d, image in zip(dout, x)
    ]
    return [
        np.stack([dx for dx, _ in pieces]),
        sum(dw for _, dw in pieces),
        dout.transpose(1, 0, 2, 3).reshape(len(b), -1).sum(1),
    ]
