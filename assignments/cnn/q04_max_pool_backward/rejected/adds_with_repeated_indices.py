"""Adds by an index that names an entry several times: NumPy keeps one of them."""

CAUGHT_BY = "test_gives_dx_of_every_shape"
HINT = "collects from several windows"


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    N, C, Ho, Wo = dout.shape
    v = np.lib.stride_tricks.sliding_window_view(x, (ph, pw), (2, 3))[
        :, :, ::s, ::s
    ].reshape(N, C, Ho, Wo, -1)
    k = v.argmax(-1)
    r = k // pw + s * np.arange(Ho)[:, None]
    c = k % pw + s * np.arange(Wo)
    dx = np.zeros_like(x)
    dx[np.arange(N)[:, None, None, None], np.arange(C)[:, None, None], r, c] += dout
    return dx
