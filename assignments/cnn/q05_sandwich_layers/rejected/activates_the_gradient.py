"""Applies the ReLU to the gradient itself."""

CAUGHT_BY = "test_sends_the_gradient_back"
HINT = "not at the sign of the gradient"


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    maps, conv_cache = conv_forward_naive(x, w, b, conv_param)
    active, relu_cache = relu_forward(maps)
    out, pool_cache = max_pool_forward_naive(active, pool_param)
    cache = (conv_cache, relu_cache, pool_cache)
    return out, cache


def conv_relu_pool_backward(dout, cache):
    conv_cache, relu_cache, pool_cache = cache
    dactive = max_pool_backward_naive(dout, pool_cache)
    return conv_backward_naive(np.maximum(dactive, 0), conv_cache)
