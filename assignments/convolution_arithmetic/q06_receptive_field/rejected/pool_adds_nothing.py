"""Lets a pool only change the jump."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "so it adds something"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump if stride == 1 else 0
        jump *= stride
    return field
