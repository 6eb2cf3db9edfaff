from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from checks.hints import recognise
from checks.networks import NetworkCase, Params, network_case
from checks.seeds import random_cases

SEED, ROWS = 8, 5


@dataclass(frozen=True)
class PlainExample:

    case: NetworkCase
    loss: float
    grads: Params
    squeezed: float
    leaking: float

    def loss_hint(self, loss):
        return recognise(loss, [("the output layer is affine only.", self.squeezed)])

    def gradient_hint(self, grad):
        hint = "the gradient of a ReLU is 0 where it gave 0."
        return recognise(np.sum(grad), [(hint, self.leaking)])


def plain_examples():
    for dims, numbers in NUMBERS.items():
        case = network_case(random_cases("plain", seed=SEED), dims, rows=ROWS)
        loss, squeezed, leaking, grads = numbers
        arrays = {name: np.array(values) for name, values in grads.items()}
        yield PlainExample(case, loss, arrays, squeezed, leaking)


def _pass_on(value, _):
    return value, None


WITHOUT_DROPOUT: dict[str, Callable[..., Any]] = {
    "dropout_forward": _pass_on,
    "dropout_backward": lambda dout, _: dout,
}
"""What a network with p = 0 may ask for, whatever the student's dropout is worth."""

Numbers = tuple[float, float, float, dict[str, list[float] | list[list[float]]]]

NUMBERS: dict[tuple[int, ...], Numbers] = {
    (3, 4, 2): (
        1.09344399935,
        0.836342521064,
        0.0131938980956,
        {
            "W1": [
                [-0.125293098413, 0.0148461501295, 0.0401873874992, 0.0866667442541],
                [-0.033744209702, 0.205029294795, 0.235307979929, -0.183294885562],
                [0.152123439534, -0.182422001015, -0.234115201189, 0.0653617454597],
            ],
            "b1": [-0.252287942334, 0.112455461649, 0.179578633316, 0.0836967419742],
            "W2": [
                [0.329171922351, -0.329171922351],
                [0.4034110351, -0.4034110351],
                [0.0745131123666, -0.0745131123666],
                [0.190955284217, -0.190955284217],
            ],
            "b2": [0.264376371628, -0.264376371628],
        },
    ),
    (2, 3, 2, 2): (
        1.16294884854,
        0.908701216103,
        -0.0547926876299,
        {
            "W1": [
                [-0.00576315007589, 0.305051407238, -0.216243410864],
                [-0.00303225722214, -0.13704130211, 0.0776806840065],
            ],
            "b1": [-0.0040654896153, -0.235215982199, 0.158434030195],
            "W2": [
                [0.00404649113607, -0.0150548877898],
                [-0.214522121414, 0.490236907137],
                [-0.0433689675778, 0.596488088712],
            ],
            "b2": [-0.121055290262, 0.252404803906],
            "W3": [
                [-0.407646323563, 0.407646323563],
                [-0.0533841710582, 0.0533841710582],
            ],
            "b3": [-0.495234141714, 0.495234141714],
        },
    ),
}
