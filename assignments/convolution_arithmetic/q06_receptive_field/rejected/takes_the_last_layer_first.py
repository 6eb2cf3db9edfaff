"""Walks from the last layer with the rule for the first."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "is the one at the image"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in reversed(layers):
        field += (kernel - 1) * jump
        jump *= stride
    return field
