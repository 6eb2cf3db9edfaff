"""Writes the ReLU out by hand."""


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    a, conv_cache = conv_forward_naive(x, w, b, conv_param)
    positive = a > 0
    s, pool_cache = max_pool_forward_naive(np.where(positive, a, 0.0), pool_param)
    return s, (conv_cache, positive, pool_cache)


def conv_relu_pool_backward(dout, cache):
    conv_cache, positive, pool_cache = cache
    ds = max_pool_backward_naive(dout, pool_cache)
    return conv_backward_naive(np.where(positive, ds, 0.0), conv_cache)
