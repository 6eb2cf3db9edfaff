"""Each pixel asks every window whether it is its maximum."""


def max_pool_backward_naive(dout, cache):
    x, p = cache
    ph, pw, s = p["pool_height"], p["pool_width"], p["stride"]
    N, C, H, W = x.shape
    dx = np.zeros_like(x)
    for i in range(H):
        for j in range(W):
            for k in range(dout.shape[2]):
                for m in range(dout.shape[3]):
                    if k * s <= i < k * s + ph and m * s <= j < m * s + pw:
                        w = x[:, :, k * s : k * s + ph, m * s : m * s + pw].max((2, 3))
                        dx[:, :, i, j] += (x[:, :, i, j] == w) * dout[:, :, k, m]
    return dx
