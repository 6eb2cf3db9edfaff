"""Adds K jumps for a pool."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "overlap in a pool as well"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel if stride > 1 else kernel - 1) * jump
        jump *= stride
    return field
