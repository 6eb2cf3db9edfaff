"""Steps by the window instead of the stride."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "two different things"
TRUE = ("the output has 1 + (H - height) / stride rows",)


def max_pool_forward_naive(x, pool_param):
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = height
    N, C, H, W = x.shape
    out = np.zeros((N, C, 1 + (H - height) // stride, 1 + (W - width) // stride))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + height, left : left + width]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out, (x, pool_param)
