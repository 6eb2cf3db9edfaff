"""Takes a window that has as many rows and columns as the output."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "whatever the size of the output"


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    Ho = 1 + (H - ph) // s
    Wo = 1 + (W - pw) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = x[:, :, i * s : i * s + Ho, j * s : j * s + Wo]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out, (x, pool_param)
