"""Begins with a field of 0."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "an output sees one pixel"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 0, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
    return field
