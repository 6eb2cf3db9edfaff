"""Shares the gradient among equal maxima."""


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
            mask = (win == win.max((2, 3), keepdims=True)).astype(float)
            mask /= mask.sum((2, 3), keepdims=True)
            dx[:, :, i * s : i * s + ph, j * s : j * s + pw] += (
                dout[:, :, i : i + 1, j : j + 1] * mask
            )
    return dx
