"""The formula with math.floor."""


def conv_shape(shape, filters, kernel, stride, pad):
    C, H, W = shape
    H_out = math.floor((H - kernel + 2 * pad) / stride) + 1
    W_out = math.floor((W - kernel + 2 * pad) / stride) + 1
    return np.array([filters, H_out, W_out])


def pool_shape(shape, window, stride):
    C, H, W = shape
    H_out = math.floor((H - window) / stride + 1)
    W_out = math.floor((W - window) / stride + 1)
    return np.array([C, H_out, W_out])
