from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from checks.hints import recognise


def _convolve(x, *_):
    return x + 3.0, None


def _activate(x, *_):
    return np.maximum(x, 0.0), None


def _pool(x, *_):
    return x + 10.0, None


STAND_INS: dict[str, Callable[..., Any]] = {
    "conv_forward_naive": _convolve,
    "relu_forward": _activate,
    "max_pool_forward_naive": _pool,
}


def composition_hint(out):
    return recognise(
        out.ravel(),
        [
            ("the ReLU comes right after the convolution.", [14.0, 9.0]),
            ("the convolution comes first.", [14.0, 13.0]),
            ("pooling comes last.", [4.0, 0.0]),
            ("pooling comes last, after convolution and ReLU.", [11.0, 10.0]),
        ],
    )
