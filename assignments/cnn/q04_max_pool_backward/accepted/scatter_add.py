"""Flat places of all maxima, then one unbuffered addition."""


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    shape = (pool_param["pool_height"], pool_param["pool_width"])
    s = pool_param["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(x, shape, axis=(2, 3))
    windows = windows[:, :, ::s, ::s]
    flat = windows.reshape(*windows.shape[:4], -1).argmax(-1)
    n, c, i, j = np.indices(dout.shape)
    dx = np.zeros_like(x)
    np.add.at(dx, (n, c, i * s + flat // shape[1], j * s + flat % shape[1]), dout)
    return dx
