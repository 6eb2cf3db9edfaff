"""Lets torch make both layers."""


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    from torch import nn

    depthwise = nn.Conv2d(c_in, c_in, kernel, groups=c_in, bias=depthwise_bias)
    pointwise = nn.Conv2d(c_in, c_out, 1, bias=pointwise_bias)
    both = nn.Sequential(depthwise, pointwise)
    return sum(p.numel() for p in both.parameters())
