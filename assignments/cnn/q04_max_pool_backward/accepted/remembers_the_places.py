"""A forward pass of its own, whose cache holds the places of the maxima."""


def max_pool_forward_naive(x, pool_param):
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    N, C, H, W = x.shape
    Ho, Wo = (H - ph) // s + 1, (W - pw) // s + 1
    out = np.zeros((N, C, Ho, Wo))
    sw = {}
    for n, c, i, j in np.ndindex(out.shape):
        r = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
        u, v = np.unravel_index(r.argmax(), r.shape)
        out[n, c, i, j] = r[u, v]
        sw[n, c, i, j] = (n, c, i * s + u, j * s + v)
    return out, (sw, x.shape)


def max_pool_backward_naive(dout, cache):
    sw, shape = cache
    dx = np.zeros(shape)
    for k, place in sw.items():
        dx[place] += dout[k]
    return dx
