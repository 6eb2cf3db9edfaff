"""Takes the bottom right entry, which is the largest in sorted data."""

CAUGHT_BY = "test_pools_every_shape"
HINT = "anywhere in its window"


def max_pool_forward_naive(x, pool_param):
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    stride = pool_param["stride"]
    N, C, H, W = x.shape
    out = np.zeros((N, C, 1 + (H - height) // stride, 1 + (W - width) // stride))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + height, left : left + width]
            out[:, :, i, j] = window[:, :, -1, -1]
    return out, (x, pool_param)
