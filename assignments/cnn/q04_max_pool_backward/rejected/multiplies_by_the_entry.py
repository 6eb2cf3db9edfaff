"""Multiplies the gradient with the maximum itself."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "has the slope 1"


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    win = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
                    m = np.max(win)
                    dx[n, c, i * s : i * s + ph, j * s : j * s + pw] += (
                        win * (win == m) * dout[n, c, i, j]
                    )
    return dx
