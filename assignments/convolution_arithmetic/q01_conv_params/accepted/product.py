"""One product over the shape, biases by multiplication."""


def conv_params(c_in, c_out, kernel, bias=True):
    return math.prod((c_out, c_in, *kernel)), c_out * int(bias)
