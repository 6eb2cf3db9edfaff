"""The maximum of shifted copies."""


def max_pool_forward_naive(x, pool_param):
    s = pool_param["stride"]
    rows = 1 + (x.shape[2] - pool_param["pool_height"]) // s
    columns = 1 + (x.shape[3] - pool_param["pool_width"]) // s
    out = None
    for u in range(pool_param["pool_height"]):
        for v in range(pool_param["pool_width"]):
            shifted = x[:, :, u : u + s * rows : s, v : v + s * columns : s]
            out = shifted if out is None else np.maximum(out, shifted)
    return out.copy(), (x, pool_param)
