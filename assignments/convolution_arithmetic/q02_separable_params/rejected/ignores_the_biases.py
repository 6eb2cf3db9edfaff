"""Never counts a bias."""

CAUGHT_BY = "test_adds_the_biases_asked_for"
HINT = "look at depthwise_bias"


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    depthwise = c_in * kernel[0] * kernel[1]
    pointwise = c_in * c_out
    return depthwise + pointwise
