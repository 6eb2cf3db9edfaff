"""Doubles the field at once."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "not the field"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        if stride == 2:
            field *= 2
        else:
            field += kernel - 1
    return field
