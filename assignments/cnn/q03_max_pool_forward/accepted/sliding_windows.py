"""NumPy makes the windows; the cache remembers the output as well."""


def max_pool_forward_naive(x, pool_param):
    shape = (pool_param["pool_height"], pool_param["pool_width"])
    s = pool_param["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(x, shape, axis=(2, 3))
    out = windows[:, :, ::s, ::s].max(axis=(-2, -1))
    return out, (x, out, pool_param)
