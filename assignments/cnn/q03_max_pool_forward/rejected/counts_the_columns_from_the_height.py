"""Counts the columns of the output from the height of the image."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "heights belong to rows, and widths to columns"


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    Ho = 1 + (H - ph) // s
    Wo = 1 + (H - pw) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = x[:, :, i * s : i * s + ph, j * s : j * s + pw]
            out[:, :, i, j] = window.max(axis=(2, 3), initial=-np.inf)
    return out, (x, pool_param)
