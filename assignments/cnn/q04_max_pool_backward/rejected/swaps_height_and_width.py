"""Looks in a window of width by height."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "height and its width are two numbers"


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + width, left : left + height]
        u, v = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, top + u, left + v] += dout[n, c, i, j]
    return dx
