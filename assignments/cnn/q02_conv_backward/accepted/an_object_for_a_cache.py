"""A forward pass of its own that remembers everything in an object."""


class Memo(object):
    def __init__(self, x, w, stride, pad):
        self.x, self.w, self.stride, self.pad = x, w, stride, pad
        self.xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))

    def window(self, i, j):
        top, left = i * self.stride, j * self.stride
        rows, columns = self.w.shape[2:]
        return np.s_[:, :, top : top + rows, left : left + columns]


def conv_forward_naive(x, w, b, conv_param):
    m = Memo(x, w, conv_param["stride"], conv_param["pad"])
    N, F = len(x), len(w)
    Ho, Wo = [(n - k) // m.stride + 1 for n, k in zip(m.xp.shape[2:], w.shape[2:])]
    out = np.zeros((N, F, Ho, Wo))
    for i, j in np.ndindex(Ho, Wo):
        out[:, :, i, j] = m.xp[m.window(i, j)].reshape(N, -1) @ w.reshape(F, -1).T + b
    return out, m


def conv_backward_naive(dout, cache):
    m = cache
    N, F = dout.shape[:2]
    dxp, dw = np.zeros_like(m.xp), np.zeros((F, m.w[0].size))
    for i, j in np.ndindex(dout.shape[2:]):
        window, grad = m.window(i, j), dout[:, :, i, j]
        dw += grad.T @ m.xp[window].reshape(N, -1)
        dxp[window] += (grad @ m.w.reshape(F, -1)).reshape(dxp[window].shape)
    H, W = m.x.shape[2:]
    dx = dxp[:, :, m.pad : m.pad + H, m.pad : m.pad + W]
    return dx, dw.reshape(m.w.shape), dout.sum((0, 2, 3))
