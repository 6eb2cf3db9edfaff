"""Takes the short cut for tiles without a look at the width of the window."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
MISCONCEPTION = False
TRUE = ("the sum of dx must be the sum of dout",)


def max_pool_backward_naive(dout, cache):
    x, p = cache
    ph, pw, s = p["pool_height"], p["pool_width"], p["stride"]
    N, C, H, W = x.shape
    if ph == s and pw % 1 == 0 and H % s == 0 and W % s == 0:
        r = x.reshape(N, C, H // s, s, W // s, s)
        m = r == r.max((3, 5), keepdims=True)
        return (m * dout[:, :, :, None, :, None]).reshape(x.shape)
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            w = x[:, :, i * s : i * s + ph, j * s : j * s + pw]
            dx[:, :, i * s : i * s + ph, j * s : j * s + pw] += (
                w == w.max((2, 3), keepdims=True)
            ) * dout[:, :, i, j, None, None]
    return dx
