"""Swaps batch and channel: the rows are channels, transposed once more."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    swapped = x.swapaxes(0, 1)
    rows = swapped.reshape(x.shape[1], -1).T
    out, cache = batchnorm_forward(rows, gamma, beta, bn_param)
    return out.T.reshape(swapped.shape).swapaxes(0, 1), cache
