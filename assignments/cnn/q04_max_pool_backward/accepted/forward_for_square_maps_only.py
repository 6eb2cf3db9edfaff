"""Its forward pass raises where the output is not square; its gradient is right."""


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    s = pool_param["stride"]
    rows = (H - pool_param["pool_height"]) // s + 1
    columns = (W - pool_param["pool_width"]) // s + 1
    largest = [
        x[
            :,
            :,
            i * s : i * s + pool_param["pool_height"],
            j * s : j * s + pool_param["pool_width"],
        ].max(axis=(2, 3))
        for i in range(rows)
        for j in range(columns)
    ]
    out = np.stack(largest, axis=-1).reshape(N, C, rows, rows)
    return out, (x, pool_param, rows)


def max_pool_backward_naive(dout, cache):
    x, pool_param, places = cache
    s = pool_param["stride"]
    rows, columns = pool_param["pool_height"], pool_param["pool_width"]
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        window = x[n, c, i * s : i * s + rows, j * s : j * s + columns]
        at = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, i * s + at[0], j * s + at[1]] += dout[n, c, i, j]
    return dx
