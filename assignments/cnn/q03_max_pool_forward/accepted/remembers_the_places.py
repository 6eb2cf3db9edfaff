"""Remembers where each maximum stands."""


def max_pool_forward_naive(x, pool_param):
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    N, C, H, W = x.shape
    Ho, Wo = (H - ph) // s + 1, (W - pw) // s + 1
    out = np.zeros((N, C, Ho, Wo))
    arg = np.zeros((N, C, Ho, Wo, 2), dtype=int)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    r = x[n, c, i * s : i * s + ph, j * s : j * s + pw]
                    k = np.unravel_index(np.argmax(r), r.shape)
                    out[n, c, i, j] = r[k]
                    arg[n, c, i, j] = (i * s + k[0], j * s + k[1])
    return out, (x, arg, pool_param)
