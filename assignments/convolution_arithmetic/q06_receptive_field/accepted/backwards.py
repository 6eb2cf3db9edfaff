"""Walks from the output back to the input."""


def receptive_field(layers):
    seen = 1
    for kernel, stride in reversed(layers):
        seen = (seen - 1) * stride + kernel
    return seen


def stacked_field(n_layers, kernel):
    return receptive_field([(kernel, 1)] * n_layers)
