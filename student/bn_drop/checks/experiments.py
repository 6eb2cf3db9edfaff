from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from checks.closeness import Array
from deeplearning.data import Dataset
from deeplearning.layers import affine_backward, affine_forward
from deeplearning.networks import NetworkScaffold

CLASSES, FEATURES, TRAINING = 10, 64, 100


def clouds(
    rng, *, training = TRAINING, validation = 100
):
    y = rng.integers(CLASSES, size=training + 2 * validation)
    centres = rng.normal(size=(CLASSES, FEATURES))
    X = 0.4 * centres[y] + rng.normal(size=(len(y), FEATURES))
    cuts = [training, training + validation]
    (X_train, X_val, X_test), (y_train, y_val, y_test) = (
        np.split(X, cuts),
        np.split(y, cuts),
    )
    return Dataset(X_train, y_train, X_val, y_val, X_test, y_test)


class LinearNet(NetworkScaffold):

    def init_params(
        self, dims, weight_scale, rng
    ):
        shape = dims[0], dims[-1]
        return {"W1": rng.normal(0, weight_scale, shape), "b1": np.zeros(shape[1])}

    def forward(self, X):
        scores, self.cache = affine_forward(X, self.params["W1"], self.params["b1"])
        return scores

    def backward(self, dscores):
        _, dw, db = affine_backward(dscores, self.cache)
        return {"W1": dw, "b1": db}

    def regularize(self, grads):
        return 0.0


@dataclass
class Life:

    settings: dict[str, Any]
    network: Any
    start: dict[str, Array] = field(default_factory=dict)
    batches: list[float] = field(default_factory=list)


def remembering(
    env, network
):
    lives: list[Life] = []
    trusted: list[NetworkScaffold] = []
    signature = inspect.signature(network)

    def build(held, args, settings):
        bound = signature.bind(*args, **settings)
        bound.apply_defaults()
        made = network(*args, **settings)
        start = {name: w.copy() for name, w in made.params.items()}
        trusted.append(made)
        lives.append(Life(dict(bound.arguments), held, start))
        return len(trusted) - 1, {name: getattr(made, name) for name in ASKED_STATE}

    def ask(number, state, what, *args):
        made = trusted[number]
        for name in ASKED_STATE:
            setattr(made, name, state[name])
        if what == "loss" and args[1] is not None:
            lives[number].batches.append(float(np.sum(args[0])))
        answers: dict[str, Callable[..., Any]]
        answers = {"loss": made.loss, "forward": made.forward, "mode": made.set_mode}
        return answers[what](*args), made.dropout_param

    return env.run(asking_network, build, ask), lives


ASKED_STATE = ("params", "use_dropout", "dropout_param")
"""What an experiment may read and change of its network."""


def asking_network(build, ask):

    class Network:
        def __init__(self, *args, **settings):
            self._number, state = build(self, args, settings)
            self.__dict__.update(state)

        def _ask(self, what, *args):
            state = {name: getattr(self, name) for name in ASKED_STATE}
            found, self.dropout_param = ask(self._number, state, what, *args)
            return found

        def loss(self, X, y = None):
            return self._ask("loss", X, y)

        def forward(self, X):
            return self._ask("forward", X)

        def set_mode(self, mode):
            self._ask("mode", mode)

    return Network


def assert_settings(lives, asked):
    assert len(lives) == len(asked), (
        f"{len(lives)} networks were built, but {len(asked)} are asked for."
    )
    for number, (life, wanted) in enumerate(zip(lives, asked, strict=True), start=1):
        for name, value in wanted.items():
            found = life.settings[name]
            assert _same(found, value), (
                f"Network number {number} was built with {name} = {found!r}, but "
                f"should be built with {name} = {value!r}."
            )


def _same(found, wanted):
    if isinstance(wanted, list):
        return list(found) == wanted
    if isinstance(wanted, float):
        return bool(np.isclose(found, wanted, rtol=1e-9, atol=0))
    return bool(found == wanted)
