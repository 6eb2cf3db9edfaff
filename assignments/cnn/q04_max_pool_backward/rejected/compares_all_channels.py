"""Compares with the maximum over all channels."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "every channel is pooled by itself"


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
            m = np.max(win, axis=(1, 2, 3))[:, None].repeat(x.shape[1], 1)
            mask = win == m[:, :, None, None]
            dx[:, :, i * s : i * s + ph, j * s : j * s + pw] += (
                dout[:, :, i, j][:, :, None, None] * mask
            )
    return dx
