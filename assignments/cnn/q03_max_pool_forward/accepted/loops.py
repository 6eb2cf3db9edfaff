"""One window at a time."""


def max_pool_forward_naive(x, pool_param):
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    N, C, H, W = x.shape
    rows, columns = (H - height) // stride + 1, (W - width) // stride + 1
    out = np.full((N, C, rows, columns), -np.inf)
    for n in range(N):
        for c in range(C):
            for i in range(rows):
                for j in range(columns):
                    for u in range(height):
                        for v in range(width):
                            value = x[n, c, i * stride + u, j * stride + v]
                            out[n, c, i, j] = max(out[n, c, i, j], value)
    return out, (x, pool_param)
