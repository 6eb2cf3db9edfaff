"""Finds the maximum in the right window, and writes to another one."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "the window moves on by the stride"


def max_pool_backward_naive(dout, cache):
    dx = None
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    Ho = 1 + (H - ph) // s
    Wo = 1 + (W - pw) // s
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
                    ind = np.unravel_index(np.argmax(win, axis=None), win.shape)
                    dx[n, c, i : i + ph, j : j + pw][ind] += dout[n, c, i, j]
    return dx
