"""Keeps the caches in a dictionary."""


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    cache = {}
    x, cache["conv"] = conv_forward_naive(x, w, b, conv_param)
    x, cache["relu"] = relu_forward(x)
    x, cache["pool"] = max_pool_forward_naive(x, pool_param)
    return x, cache


def conv_relu_pool_backward(dout, cache):
    dout = max_pool_backward_naive(dout, cache["pool"])
    return conv_backward_naive(relu_backward(dout, cache["relu"]), cache["conv"])
