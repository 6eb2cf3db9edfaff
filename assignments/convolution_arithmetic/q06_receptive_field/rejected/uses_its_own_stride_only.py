"""Uses the layer's own stride as the jump."""

CAUGHT_BY = "test_fields_agree_with_gradients"
HINT = "all earlier layers multiply"

from solution import receptive_field


def receptive_field(layers):
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * stride
    return field
