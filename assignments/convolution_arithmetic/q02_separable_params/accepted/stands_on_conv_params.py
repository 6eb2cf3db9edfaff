"""One channel at a time, by the function of question 1."""


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    single = sum(conv_params(1, 1, kernel, bias=depthwise_bias))
    mixing = sum(conv_params(c_in, c_out, (1, 1), bias=pointwise_bias))
    return c_in * single + mixing
