"""The largest of each row of windows, then of each column."""


def max_pool_forward_naive(x, pool_param):
    ph, pw, s = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    H, W = x.shape[2:]
    rows = np.stack([x[:, :, i : i + ph].max(2) for i in range(0, H - ph + 1, s)], 2)
    return np.stack(
        [rows[..., j : j + pw].max(3) for j in range(0, W - pw + 1, s)], 3
    ), (x, pool_param)
