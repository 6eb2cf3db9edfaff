"""Reshapes in column order, both ways."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    y = x.transpose(0, 2, 3, 1).reshape((N * H * W, C), order="F")
    o, c = batchnorm_forward(y, gamma, beta, bn_param)
    return o.reshape((N, H, W, C), order="F").transpose(0, 3, 1, 2), c
