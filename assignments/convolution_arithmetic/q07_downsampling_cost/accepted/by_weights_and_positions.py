"""Weights from question 1, times positions; pool_savings by thought."""


def conv_macs(c_in, c_out, height, width, kernel):
    weights, _ = conv_params(c_in, c_out, (kernel, kernel), bias=False)
    return weights * height * width


pool_savings = [4, 2, 1]
