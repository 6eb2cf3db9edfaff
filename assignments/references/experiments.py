"""The experiments of `bn_drop` on one affine layer, and the slips that are known.

A single layer trains in milliseconds, and every setting of the solver still shows in
its numbers. What an experiment asks of the network itself is judged by what the
network is built with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from checks import Array, assert_close
from checks.experiments import Life, LinearNet, clouds
from checks.hints import recognise
from deeplearning.data import Dataset
from deeplearning.solver import Solver
from references.layers import dropout_forward

Run = Callable[..., list[Solver]]
"""Runs an experiment, with some settings of `Solver` changed."""
Reading = Callable[[Sequence[Solver]], npt.ArrayLike]
"""Reads numbers off the solvers of an experiment."""


class DroppingNet(LinearNet):
    """One affine layer behind a dropout layer, so that the drop rate matters."""

    def forward(self, X: Array) -> Array:
        """Compute the scores, shape (N, C)."""
        kept, _ = dropout_forward(X, self.dropout_param)
        return super().forward(kept)


# --- the experiments ----------------------------------------------------------


def deep_net(data: Dataset, seed: int, /, **changed: Any) -> list[Solver]:
    """Train with the settings of Question 7."""
    net = LinearNet([], weight_scale=2e-2, seed=seed)
    settings = {"batch_size": 50, "num_epochs": 8, "seed": seed, **changed}
    return [_solved(net, data, 1e-3, **settings)]


def by_scale(
    data: Dataset, scales: Sequence[float], num_epochs: int, /, **changed: Any
) -> list[Solver]:
    """Train with the settings of Question 8, once for each weight scale."""
    nets = [LinearNet([], weight_scale=scale, seed=0) for scale in scales]
    settings = {"batch_size": 50, "num_epochs": num_epochs, **changed}
    return [_solved(net, data, 1e-2, **settings) for net in nets]


def by_rate(
    data: Dataset, drop_rates: Sequence[float], num_epochs: int, /, **changed: Any
) -> list[Solver]:
    """Train with the settings of Question 9, once for each drop rate."""
    nets = [DroppingNet([], dropout=p, weight_scale=0.1, seed=0) for p in drop_rates]
    settings = {"batch_size": 50, "num_epochs": num_epochs, **changed}
    return [_solved(net, data, 1e-3, **settings) for net in nets]


def _solved(net: LinearNet, data: Dataset, rate: float, **settings: Any) -> Solver:
    rule = {"update_rule": "adam", "optim_config": {"learning_rate": rate}}
    solver = Solver(net, data, **{**rule, **settings}, verbose=False)
    solver.train()
    return solver


def clouds_that_tell(
    rng: np.random.Generator, scales: Sequence[float], num_epochs: int
) -> tuple[Dataset, list[Solver]]:
    """Draw data on which the last, the best and the first accuracy differ.

    The labels of its validation set mean nothing, so that the accuracy goes up and
    down from epoch to epoch, and nearly every draw will do.

    Returns:
        The data, and the solvers of `by_scale` on it.

    """
    while True:
        drawn = clouds(rng, validation=150)
        data = replace(drawn, y_val=rng.permutation(drawn.y_val))
        solvers = by_scale(data, scales, num_epochs)
        readings = (last_validation, best_validation, first_validation)
        if len({tuple(read(solvers)) for read in readings}) == len(readings):
            return data, solvers


# --- what is read off the solvers ---------------------------------------------


def losses(solvers: Sequence[Solver]) -> list[float]:
    """Return the loss history of the only solver."""
    (solver,) = solvers
    return solver.loss_history


def last_validation(solvers: Sequence[Solver]) -> list[float]:
    """Return the validation accuracies after the last epoch."""
    return [solver.val_acc_history[-1] for solver in solvers]


def first_validation(solvers: Sequence[Solver]) -> list[float]:
    """Return the validation accuracies after the first epoch."""
    return [solver.val_acc_history[0] for solver in solvers]


def best_validation(solvers: Sequence[Solver]) -> list[float]:
    """Return the highest validation accuracies."""
    return [solver.best_val_acc for solver in solvers]


def last_training(solvers: Sequence[Solver]) -> list[float]:
    """Return the training accuracies after the last epoch."""
    return [solver.train_acc_history[-1] for solver in solvers]


def last_test(solvers: Sequence[Solver]) -> list[float]:
    """Return the test accuracies after the last epoch."""
    return [
        solver.accuracy(solver.data.X_test, solver.data.y_test) for solver in solvers
    ]


def last_of_both(solvers: Sequence[Solver]) -> list[list[float]]:
    """Return the training and the validation accuracies after the last epoch."""
    return [last_training(solvers), last_validation(solvers)]


def training_with_dropout(solvers: Sequence[Solver]) -> list[list[float]]:
    """Return both accuracies after the last epoch, the first with dropout still on."""
    found = []
    for solver in solvers:
        net, data = solver.model, solver.data
        assert isinstance(net, LinearNet)
        net.set_mode("train")
        guesses = net.forward(data.X_train).argmax(axis=1)
        found.append(float(np.mean(guesses == data.y_train)))
    return [found, last_validation(solvers)]


def weights(solvers: Sequence[Solver]) -> Array:
    """Return the weights after training, shape (networks, D, C)."""
    return np.stack([solver.model.params["W1"] for solver in solvers])


# --- hints --------------------------------------------------------------------

ONE_NUMBER: list[tuple[str, Reading]] = [
    ("these are accuracies on the training set.", last_training),
    ("these are accuracies on the test set.", last_test),
    ("take the accuracy after the last epoch, not the best one.", best_validation),
    ("take the accuracy after the last epoch, not the first.", first_validation),
]
TWO_LISTS: list[tuple[str, Reading]] = [
    ("training comes first.", lambda runs: last_of_both(runs)[::-1]),
    (
        "take the accuracy after the last epoch, not the first.",
        lambda runs: [[s.train_acc_history[0] for s in runs], first_validation(runs)],
    ),
    ("both lists are for validation images.", lambda runs: [last_validation(runs)] * 2),
    ("both lists are for training images.", lambda runs: [last_training(runs)] * 2),
    ("accuracies are measured in test mode.", training_with_dropout),
]


def slip_hint(run: Run, read: Reading) -> Callable[[Array], str | None]:
    """Recognise another setting of `Solver` by the numbers that it leaves.

    Args:
        run: runs the experiment with some settings of `Solver` changed.
        read: what the student's numbers should be.

    """
    slips: list[tuple[str, dict[str, Any]]] = [
        ("look at the update rule.", {"update_rule": "sgd"}),
        ("look at the learning rate.", {"optim_config": {}}),
        ("look at the learning rate.", {"optim_config": {"learning_rate": 1e-2}}),
        ("look at the learning rate.", {"optim_config": {"learning_rate": 1e-3}}),
        ("look at the batch size.", {"batch_size": 100}),
        *(
            ("look at the number of epochs.", {"num_epochs": epochs})
            for epochs in (8, 10, 60)
        ),
        ("there is no lr_decay in the table.", {"lr_decay": 0.95}),
        ("Solver has a seed too.", {"seed": 0}),
    ]

    def hint(seen: Array) -> str | None:
        known = [(text, read(run(**slip))) for text, slip in slips]
        return _recognise_other(seen, read(run()), known)

    return hint


def reading_hint(
    stated: Sequence[Solver], read: Reading, others: Sequence[tuple[str, Reading]]
) -> Callable[[Array], str | None]:
    """Recognise other numbers of the right experiment.

    Args:
        stated: the solvers of the experiment.
        read: what the student's numbers should be.
        others: readings that are known, with their hints.

    """

    def hint(seen: Array) -> str | None:
        known = [(text, other(stated)) for text, other in others]
        return _recognise_other(seen, read(stated), known)

    return hint


def _recognise_other(
    seen: Array, truth: npt.ArrayLike, known: Sequence[tuple[str, npt.ArrayLike]]
) -> str | None:
    """Recognise numbers, but for those that happen to be the right ones."""
    others = [pair for pair in known if not np.array_equal(pair[1], truth)]
    return recognise(seen, others)


def assert_trained_as_stated(
    lives: Sequence[Life], run: Run, stated: Sequence[Solver]
) -> None:
    """Assert that networks ended with the weights that the stated settings give.

    Raises:
        AssertionError: saying how many networks there are, or what differs.

    """
    assert len(lives) == len(stated), (
        f"{len(lives)} networks were built, but {len(stated)} are asked for."
    )
    assert_close(
        np.stack([life.network.params["W1"] for life in lives]),
        weights(stated),
        name="the array of weights after training",
        rtol=1e-6,
        hint=slip_hint(run, weights),
    )
