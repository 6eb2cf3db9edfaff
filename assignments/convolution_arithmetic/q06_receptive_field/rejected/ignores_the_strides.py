"""Adds K - 1 a layer whatever the strides."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "neighbours stand further apart"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += kernel - 1
    return field
