"""A mask of the maximum for each window."""


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    HH, WW, s = (pool_param[k] for k in ("pool_height", "pool_width", "stride"))
    dx = np.zeros(x.shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            window = x[:, :, i * s : i * s + HH, j * s : j * s + WW]
            mask = window == window.max(axis=(2, 3), keepdims=True)
            dx[:, :, i * s : i * s + HH, j * s : j * s + WW] += (
                mask * dout[:, :, i : i + 1, j : j + 1]
            )
    return dx
