"""Passes the gradient to the maximum of every row of the window."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "only the largest entry"


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            win = x[:, :, i * s : i * s + ph, j * s : j * s + pw]
            m = np.max(win, axis=(2, 3))
            mask = win == win.max(3, keepdims=True)
            dx[:, :, i * s : i * s + ph, j * s : j * s + pw] += (
                dout[:, :, i, j][:, :, None, None] * mask
            )
    return dx
