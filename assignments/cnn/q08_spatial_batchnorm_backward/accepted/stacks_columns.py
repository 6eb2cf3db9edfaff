"""Stacks the channels as columns."""


def spatial_batchnorm_backward(dout, cache):
    N, C, H, W = dout.shape
    dx, dg, db = batchnorm_backward(
        np.column_stack([dout[:, c].ravel() for c in range(C)]), cache
    )
    return np.stack([dx[:, c].reshape(N, H, W) for c in range(C)], 1), dg, db
