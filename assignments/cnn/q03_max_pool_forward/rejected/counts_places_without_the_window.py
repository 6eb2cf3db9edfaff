"""Counts the places of the output without the size of the window."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "each window lies inside the image"


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    Ho = (H + 1) // s
    Wo = (W + 1) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = x[:, :, i * s : i * s + ph, j * s : j * s + pw]
            out[:, :, i, j] = window.max(axis=(2, 3), initial=-np.inf)
    return out, (x, pool_param)
