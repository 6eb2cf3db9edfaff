"""A forward pass of its own that remembers everything in an object."""


class Memo(object):
    pass


def conv_forward_naive(x, w, b, conv_param):
    m = Memo()
    m.x, m.w, m.b, m.s, m.p = x, w, b, conv_param["stride"], conv_param["pad"]
    m.xp = np.pad(x, ((0, 0), (0, 0), (m.p, m.p), (m.p, m.p)))
    F, _, HH, WW = w.shape
    Ho, Wo = (m.xp.shape[2] - HH) // m.s + 1, (m.xp.shape[3] - WW) // m.s + 1
    out = np.stack(
        [
            np.stack(
                [
                    np.tensordot(
                        m.xp[:, :, i * m.s : i * m.s + HH, j * m.s : j * m.s + WW],
                        w,
                        ([1, 2, 3], [1, 2, 3]),
                    )
                    + b
                    for j in range(Wo)
                ],
                -1,
            )
            for i in range(Ho)
        ],
        -2,
    )
    return out, m


def conv_backward_naive(dout, cache):
    m = cache
    F, _, HH, WW = m.w.shape
    dxp, dw = np.zeros_like(m.xp), np.zeros_like(m.w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            win = m.xp[:, :, i * m.s : i * m.s + HH, j * m.s : j * m.s + WW]
            dw += np.tensordot(dout[:, :, i, j], win, ([0], [0]))
            dxp[:, :, i * m.s : i * m.s + HH, j * m.s : j * m.s + WW] += np.tensordot(
                dout[:, :, i, j], m.w, ([1], [0])
            )
    return (
        dxp[:, :, m.p : m.p + m.x.shape[2], m.p : m.p + m.x.shape[3]],
        dw,
        dout.sum((0, 2, 3)),
    )
