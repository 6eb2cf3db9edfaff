"""Takes the kernel for a square one."""

CAUGHT_BY = "test_counts_both_layers"
HINT = "need not be square"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * (kernel[0] ** 2 + depthwise_bias)
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
