"""Divides the flat place by the height of the window."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "height and its width are two numbers"


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        k = int(np.argmax(x[n, c, i * s : i * s + ph, j * s : j * s + pw]))
        u, v = divmod(k, ph)
        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
    return dx
