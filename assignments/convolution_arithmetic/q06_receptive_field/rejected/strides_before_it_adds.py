"""Multiplies the jump before it is used."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "not on its own"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        jump *= stride
        field += (kernel - 1) * jump
    return field
