from __future__ import annotations

import math
from functools import partial

import numpy as np

from checks.answers import explained
from checks.closeness import assert_array, assert_close


def convnet_shapes(
    input_dim,
    num_filters,
    filter_size,
    hidden_dim,
    num_classes,
):
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


def assert_fresh_parameters(
    net, shapes, *, spread, image = (0, 0)
):
    with explained("ThreeLayerConvNet"):
        params = dict(net.params)
    names = sorted(shapes)
    assert sorted(params) == names, (
        f"params should have the names {', '.join(names)}, "
        f"but has {', '.join(sorted(map(str, params))) or 'none'}."
    )
    for name, shape in sorted(shapes.items(), key=lambda each: -math.prod(each[1])):
        hint = partial(_shape_hint, shape, image)
        value = assert_array(params[name], shape, name=f"params[{name!r}]", hint=hint)
        if name.startswith("b"):
            zeros, hint_of_biases = np.zeros(shape), "every bias is 0 at first."
            label = f"params[{name!r}]"
            assert_close(value, zeros, name=label, hint=hint_of_biases)
            continue
        found, allowed = float(value.std()), 6 * spread / np.sqrt(2 * value.size)
        assert abs(found - spread) < allowed + 0.05 * spread, (
            f"params[{name!r}] has standard deviation {found:.2g}, but should have "
            f"{spread:.2g} (allowed {allowed + 0.05 * spread:.1g})."
            f"{_spread_hint(found, spread)}"
        )


def _shape_hint(shape, image, seen):
    height, width = image
    filters = shape[0] // max(1, (height // 2) * (width // 2))
    if len(shape) != 2 or seen.ndim != 2:
        return ""
    return {
        filters * height * width: "pooling halves height and width before W2.",
        filters * (height // 2) ** 2: "height and width of an image may differ.",
        filters * (width // 2) ** 2: "height and width of an image may differ.",
        filters * 16 * 16: "not every image is 32 by 32: input_dim says its size.",
        (height // 2) * (width // 2): "W2 reads the maps of all filters.",
    }.get(seen.shape[0], "")


def _spread_hint(found, spread):
    if abs(found - 1) < 0.6:
        return " Hint: multiply what you draw by weight_scale."
    if abs(found - 1e-3) < 2e-4:
        return " Hint: weight_scale is an argument."
    if abs(found / spread - spread) < 0.5 * spread:
        return " Hint: weight_scale is the standard deviation, not the variance."
    if abs(found / spread - spread**-0.5) < 0.5 * spread**-0.5:
        return " Hint: weight_scale is the standard deviation, not the variance."
    return ""
