"""Takes the ReLU of the image."""

CAUGHT_BY = "test_calls_the_layers_in_order"
HINT = "convolution comes first"


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    maps, relu_cache = relu_forward(x)
    active, conv_cache = conv_forward_naive(maps, w, b, conv_param)
    out, pool_cache = max_pool_forward_naive(active, pool_param)
    cache = (conv_cache, relu_cache, pool_cache)
    return out, cache


def conv_relu_pool_backward(dout, cache):
    conv_cache, relu_cache, pool_cache = cache
    dactive = max_pool_backward_naive(dout, pool_cache)
    dmaps = relu_backward(dactive, relu_cache)
    dx, dw, db = conv_backward_naive(dmaps, conv_cache)
    return dx, dw, db
