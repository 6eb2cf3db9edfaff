"""Moves on by one, whatever the stride."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "the window moves on by the stride"


def max_pool_forward_naive(x, pool_param):
    out = None
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    Ho = int(1 + (H - ph) / s)
    Wo = int(1 + (W - pw) / s)
    out = np.zeros((N, C, Ho, Wo))
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    out[n, c, i, j] = np.max(x[n, c, i : i + ph, j : j + pw])
    cache = (x, pool_param)
    return out, cache
