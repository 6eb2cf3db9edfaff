"""What torch says about the sizes, counts and matrices of convolution layers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn

from checks import Array


def parameters(*layers: nn.Module) -> int:
    """Count the trainable numbers of some layers."""
    return sum(p.numel() for layer in layers for p in layer.parameters())


def conv(
    c_in: int,
    c_out: int,
    kernel: int | tuple[int, int],
    *,
    bias: bool = True,
    groups: int = 1,
) -> nn.Conv2d:
    """Make a layer without memory, good for counting only."""
    return nn.Conv2d(c_in, c_out, kernel, bias=bias, groups=groups, device="meta")


def norm(channels: int) -> nn.BatchNorm2d:
    """Make a batch normalization without memory, good for counting only."""
    return nn.BatchNorm2d(channels, device="meta")


def standard_block_params(channels: int) -> int:
    """Count a residual block of two 3x3 convolutions with batch normalization."""
    half = parameters(conv(channels, channels, 3), norm(channels))
    return 2 * half


def bottleneck_params(channels: int, squeezed: int) -> int:
    """Count a residual block 1x1, 3x3, 1x1 with batch normalization."""
    return parameters(
        conv(channels, squeezed, 1),
        norm(squeezed),
        conv(squeezed, squeezed, 3),
        norm(squeezed),
        conv(squeezed, channels, 1),
        norm(channels),
    )


def receptive_field(layers: Sequence[tuple[int, int]]) -> int:
    """Measure by gradients how many inputs one output of a stack can see.

    Args:
        layers: (kernel, stride) of every layer, the first layer first.

    """
    size = 1
    for kernel, stride in reversed(layers):
        size = (size - 1) * stride + kernel
    x = torch.zeros(1, 1, size + 40, dtype=torch.float64, requires_grad=True)
    out = x
    for kernel, stride in layers:
        ones = torch.ones(1, 1, kernel, dtype=torch.float64)
        out = nn.functional.conv1d(out, ones, stride=stride)
    (grad,) = torch.autograd.grad(out[0, 0, 0], x)
    return int((grad != 0).sum())


def conv1d_matrix(w: Array, length: int) -> Array:
    """Return the matrix of a 1-D convolution (kernel not flipped), column by column.

    Args:
        w: (C_out, C_in, K).
        length: L, entries of each input channel.

    """
    c_in = w.shape[1]
    basis = torch.eye(c_in * length, dtype=torch.float64).reshape(-1, c_in, length)
    columns = nn.functional.conv1d(basis, torch.tensor(np.ascontiguousarray(w)))
    return np.asarray(columns.reshape(c_in * length, -1).T)


def conv_transpose2d(x: Array, w: Array, stride: int) -> Array:
    """Return torch's transposed convolution of one channel, without padding.

    Args:
        x: (H, W).
        w: (K_H, K_W), not flipped.
        stride: the same for both axes.

    """
    image, kernel = (torch.tensor(a.copy())[None, None] for a in (x, w))
    made = nn.functional.conv_transpose2d(image, kernel, stride=stride)
    return np.asarray(made[0, 0])
