"""The parameters of a small convolutional network: names, shapes, first values."""

from __future__ import annotations

from typing import Any

import numpy as np

from checks.answers import explained
from checks.closeness import assert_array, assert_close

Shapes = dict[str, tuple[int, ...]]


def convnet_shapes(
    input_dim: tuple[int, int, int],
    num_filters: int,
    filter_size: int,
    hidden_dim: int,
    num_classes: int,
) -> Shapes:
    """Say the shape of each parameter, by torch's rule for 2 by 2 pooling.

    Args:
        input_dim: (C, H, W) with even H and W.
        num_filters: of the convolution.
        filter_size: height and width of each filter, odd.
        hidden_dim: units of the hidden affine layer.
        num_classes: scores.

    """
    channels, height, width = input_dim
    pooled = num_filters * (height // 2) * (width // 2)
    return {
        "W1": (num_filters, channels, filter_size, filter_size),
        "b1": (num_filters,),
        "W2": (pooled, hidden_dim),
        "b2": (hidden_dim,),
        "W3": (hidden_dim, num_classes),
        "b3": (num_classes,),
    }


def assert_fresh_parameters(net: Any, shapes: Shapes, *, spread: float) -> None:
    """Assert names and shapes, zero biases, and the weights' standard deviation.

    The spread of n normal weights is within 6 standard errors, so a right network
    fails less than once in 10**8.

    Raises:
        AssertionError: naming the parameter that is wrong.

    """
    with explained("ThreeLayerConvNet"):
        params = dict(net.params)
    names = sorted(shapes)
    assert sorted(params) == names, (
        f"params should have the names {', '.join(names)}, "
        f"but has {', '.join(sorted(map(str, params))) or 'none'}."
    )
    for name, shape in shapes.items():
        value = assert_array(params[name], shape, name=f"params[{name!r}]")
        if name.startswith("b"):
            assert_close(value, np.zeros(shape), name=f"params[{name!r}]")
            continue
        found, allowed = float(value.std()), 6 * spread / np.sqrt(2 * value.size)
        assert abs(found - spread) < allowed + 0.05 * spread, (
            f"params[{name!r}] has standard deviation {found:.2g}, but should have "
            f"{spread:.2g} (allowed {allowed + 0.05 * spread:.1g})."
        )
