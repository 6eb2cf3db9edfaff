"""Moves the axis by name."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    last = np.moveaxis(x, 1, -1)
    flat = last.reshape(-1, last.shape[-1])
    out, cache = batchnorm_forward(flat, gamma, beta, bn_param)
    return np.moveaxis(out.reshape(last.shape), -1, 1), cache
