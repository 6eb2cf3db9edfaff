"""Another order of the rows: pixels first, then the batch."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    y = x.transpose(2, 3, 0, 1).reshape(-1, C)
    o, cache = batchnorm_forward(y, gamma, beta, bn_param)
    return o.reshape(H, W, N, C).transpose(2, 3, 0, 1), cache
