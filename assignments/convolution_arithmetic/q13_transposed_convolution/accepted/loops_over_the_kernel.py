"""Adds one scaled copy of x for each entry of the kernel."""


def conv_transpose2d(x, w, stride):
    H, W = x.shape
    K_H, K_W = w.shape
    out = np.zeros((stride * (H - 1) + K_H, stride * (W - 1) + K_W))
    for u in range(K_H):
        for v in range(K_W):
            rows = slice(u, u + stride * (H - 1) + 1, stride)
            columns = slice(v, v + stride * (W - 1) + 1, stride)
            out[rows, columns] += w[u, v] * x
    return out
