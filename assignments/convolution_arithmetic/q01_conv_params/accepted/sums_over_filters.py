"""Adds up filter after filter."""


def conv_params(c_in, c_out, kernel, bias=True):
    weights, biases = 0, 0
    for _ in range(c_out):
        for _ in range(c_in):
            weights += kernel[0] * kernel[1]
        biases += bool(bias)
    return [weights, biases]
