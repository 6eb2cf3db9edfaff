"""Passes the gradient of the last window only."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
MISCONCEPTION = False


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        if i + 1 < dout.shape[2]:
            continue
        top, left = i * stride, j * stride
        window = x[n, c, top : top + height, left : left + width]
        u, v = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, top + u, left + v] += dout[n, c, i, j]
    return dx
