"""Moves the channels to the end, and back."""


def conv_forward_naive(x, w, b, conv_param):
    st, p = conv_param["stride"], conv_param["pad"]
    xt = x.transpose(0, 2, 3, 1)
    wt = w.transpose(2, 3, 1, 0)
    N, H, W, C = xt.shape
    HH, WW, _, F = wt.shape
    xt = np.pad(xt, ((0, 0), (p, p), (p, p), (0, 0)))
    Ho, Wo = (H + 2 * p - HH) // st + 1, (W + 2 * p - WW) // st + 1
    out = np.zeros((N, Ho, Wo, F))
    for i in range(Ho):
        for j in range(Wo):
            out[:, i, j, :] = (
                np.tensordot(
                    xt[:, i * st : i * st + HH, j * st : j * st + WW, :], wt, axes=3
                )
                + b
            )
    return out.transpose(0, 3, 1, 2), (x, w, b, conv_param)
