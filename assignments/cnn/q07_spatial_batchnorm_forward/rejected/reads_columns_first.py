"""Puts the columns before the rows on the way back."""

CAUGHT_BY = "test_normalizes_each_channel"
HINT = "rows before columns"


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    """Normalize each channel over the batch and all its places.

    x: (N, C, H, W).  gamma, beta: (C,).  bn_param: as in batchnorm_forward.

    Returns out (N, C, H, W), and a cache for the backward pass.
    We suggest cache = the cache of the plain layer.
    """
    # One column a channel, the plain layer, and back: about four lines.
    N, C, H, W = x.shape
    columns = x.transpose(0, 2, 3, 1).reshape(-1, C)
    out, cache = batchnorm_forward(columns, gamma, beta, bn_param)
    out = out.reshape(N, W, H, C).transpose(0, 3, 2, 1)
    return out, cache
