"""The experiments of `bn_drop`, as their questions state them, and known slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from checks import Array
from checks.experiments import clouds
from checks.hints import recognise
from deeplearning import Dataset, Solver
from references.networks import TrustedNet

Result = Callable[..., npt.ArrayLike]


def deep_net_losses(
    data: Dataset, normalization: str | None, seed: int, /, **changed: Any
) -> list[float]:
    """Train five hidden layers of 100 units; ``changed`` are settings of `Solver`."""
    net = TrustedNet(
        [100] * 5, normalization=normalization, weight_scale=2e-2, seed=seed
    )
    settings = {"batch_size": 50, "num_epochs": 8, "seed": seed, **changed}
    return _solved(net, data, 1e-3, **settings).loss_history


def accuracy_by_scale(
    data: Dataset,
    normalization: str | None,
    scales: Sequence[float],
    num_epochs: int,
    *,
    read: Callable[[Solver], float] | None = None,
    **changed: Any,
) -> list[float]:
    """Train five hidden layers of 50 units for each weight scale."""
    accuracies = []
    for scale in scales:
        net = TrustedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, **changed}
        solver = _solved(net, data, 1e-2, **settings)
        accuracies.append((read or last_validation)(solver))
    return accuracies


def clouds_that_tell(
    rng: np.random.Generator, scales: Sequence[float], num_epochs: int
) -> Dataset:
    """Draw data on which the last accuracy differs from the best one.

    Few epochs on few rows end below their best in nearly every draw.
    """
    while True:
        data = clouds(rng, training=100)
        last, best = (
            accuracy_by_scale(data, "batchnorm", scales, num_epochs, read=read)
            for read in (last_validation, lambda solver: solver.best_val_acc)
        )
        if last != best:
            return data


def accuracy_by_dropout(
    data: Dataset, drop_rates: Sequence[float], num_epochs: int, **changed: Any
) -> tuple[list[float], list[float]]:
    """Train one hidden layer of 300 units for each drop rate: training, validation."""
    solvers = []
    for p_drop in drop_rates:
        net = TrustedNet([300], dropout=p_drop, weight_scale=0.1, seed=0)
        settings = {"batch_size": 50, "num_epochs": num_epochs, **changed}
        solvers.append(_solved(net, data, 1e-3, **settings))
    return (
        [solver.train_acc_history[-1] for solver in solvers],
        [last_validation(solver) for solver in solvers],
    )


def last_validation(solver: Solver) -> float:
    """Return the validation accuracy after the last epoch."""
    return solver.val_acc_history[-1]


def training_hint(result: Result, rate: float) -> Callable[[Array], str | None]:
    """Recognise a slip in the settings of `Solver` by the numbers that it gives.

    Args:
        result: runs the experiment with some settings of `Solver` changed.
        rate: the learning rate that the question states.

    """
    slips: list[tuple[str, dict[str, Any]]] = [
        ("look at the update rule.", {"update_rule": "sgd"}),
        ("look at the learning rate.", {"optim_config": {}}),
        (
            "look at the learning rate.",
            {"optim_config": {"learning_rate": 1e-2 if rate < 5e-3 else 1e-3}},
        ),
        ("look at the batch size.", {"batch_size": 100}),
        ("look at the number of epochs.", {"num_epochs": 10}),
        ("Solver has a seed too.", {"seed": 0}),
    ]

    def hint(seen: Array) -> str | None:
        return recognise(
            seen, [(text, np.asarray(result(**slip))) for text, slip in slips]
        )

    return hint


def reading_hint(
    result: Callable[..., list[float]],
) -> Callable[[Array], str | None]:
    """Recognise another accuracy than the last one on the validation set."""

    def hint(seen: Array) -> str | None:
        training = result(read=lambda solver: solver.train_acc_history[-1])
        best = result(read=lambda solver: solver.best_val_acc)
        return recognise(
            seen,
            [
                ("these are accuracies on the training set.", training),
                ("take the accuracy after the last epoch, not the best one.", best),
            ],
        ) or training_hint(result, 1e-2)(seen)

    return hint


def _solved(net: TrustedNet, data: Dataset, rate: float, **settings: Any) -> Solver:
    rule = {"update_rule": "adam", "optim_config": {"learning_rate": rate}}
    solver = Solver(net, data, **{**rule, **settings}, verbose=False)
    solver.train()
    return solver
