"""Two lists of calls, the second one read backwards; the cache is a list."""


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    steps = [
        lambda a: conv_forward_naive(a, w, b, conv_param),
        relu_forward,
        lambda a: max_pool_forward_naive(a, pool_param),
    ]
    caches = []
    for step in steps:
        x, kept = step(x)
        caches.append(kept)
    return x, caches


def conv_relu_pool_backward(dout, cache):
    steps = [conv_backward_naive, relu_backward, max_pool_backward_naive]
    for step, kept in zip(reversed(steps), reversed(cache)):
        dout = step(dout, kept)
    return list(dout)
