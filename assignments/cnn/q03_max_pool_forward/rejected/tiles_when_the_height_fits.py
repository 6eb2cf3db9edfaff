"""Takes the short cut for tiles without a look at the width of the window."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "height and its width are two numbers"


def max_pool_forward_naive(x, pool_param):
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    N, C, H, W = x.shape
    if ph == s and H % ph == 0 and W % pw == 0:
        return x.reshape(N, C, H // ph, ph, W // pw, pw).max(axis=3).max(axis=4), (
            "reshape",
            x,
            pool_param,
        )
    out = np.zeros((N, C, (H - ph) // s + 1, (W - pw) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s : i * s + ph, j * s : j * s + pw].max(
                (2, 3)
            )
    return out, ("im2col", x, pool_param)
