"""Takes the last of equal maxima."""


def max_pool_backward_naive(dout, cache):
    x, p = cache
    ph, pw, s = p["pool_height"], p["pool_width"], p["stride"]
    dx = 0 * x
    for n, c, i, j in np.ndindex(*dout.shape):
        w = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
        u, v = np.argwhere(w == w.max())[-1]
        dx[n, c, i * s + u, j * s + v] += dout[n, c, i, j]
    return dx
