"""Train a model: batches, updates, and a record of what happened."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, overload

import numpy as np

from deeplearning.data import Dataset
from deeplearning.layers import Array
from deeplearning.optim import RULES, Config, Rule
from deeplearning.progress import epoch_line, progress


class Model(Protocol):
    """What `Solver` asks of a model."""

    params: dict[str, Array]

    @overload
    def loss(self, X: Array, y: None = None) -> Array: ...

    @overload
    def loss(self, X: Array, y: Array) -> tuple[float, dict[str, Array]]: ...

    def loss(self, X: Array, y: Array | None = None) -> Any:
        """Give scores (N, C) for X alone; the loss and the gradients for X and y."""


class Solver:
    """Train a model by gradient steps on batches of its training set.

    Every epoch shuffles the training set and walks through it in batches of
    `batch_size`; a rest that does not fill a batch waits for the next shuffle.

    Example:
        solver = Solver(model, load("digits"), update_rule="adam", num_epochs=5)
        solver.train()
        solver.val_acc_history[-1]

    Attributes:
        loss_history: the loss of every step, before its update.
        train_acc_history: accuracy after every epoch on the training set (on its
            first 1,000 rows if it is longer).
        val_acc_history: accuracy after every epoch on the validation set.
        best_val_acc: the highest of them.
        best_params: a copy of the parameters after the epoch that reached it. The
            model itself keeps its last parameters, which belong to the running
            statistics of its batch-normalization layers.

    """

    def __init__(
        self,
        model: Model,
        data: Dataset,
        update_rule: str | Rule = "sgd",
        optim_config: Mapping[str, Any] | None = None,
        lr_decay: float = 1.0,
        batch_size: int = 100,
        num_epochs: int = 10,
        seed: int = 0,
        *,
        verbose: bool = True,
    ) -> None:
        """Prepare the training; nothing is computed yet.

        Args:
            model: has `params` and `loss(X, y)`; its parameters will change.
            data: where the training and validation images are.
            update_rule: "sgd", "sgd_momentum", "rmsprop", "adam", or a function
                `rule(w, dw, config) -> (w, config)`.
            optim_config: the rule's settings, such as {"learning_rate": 1e-3}.
            lr_decay: what the learning rate is multiplied by after every epoch.
            batch_size: rows in a batch.
            num_epochs: walks through the training set.
            seed: fixes the order of the rows.
            verbose: show one line that moves: loss, accuracies, time left.

        Raises:
            ValueError: when there is no rule of that name.

        """
        if isinstance(update_rule, str) and update_rule not in RULES:
            known = ", ".join(RULES)
            raise ValueError(f"There is no rule {update_rule!r}; there are {known}.")
        self.model = model
        self.data = data
        self.rule = RULES[update_rule] if isinstance(update_rule, str) else update_rule
        self.optim_config = dict(optim_config or {})
        self.lr_decay = lr_decay
        self.batch_size = min(batch_size, len(data.X_train))
        self.num_epochs = num_epochs
        self.seed = seed
        self.verbose = verbose
        self.reset()

    def reset(self) -> None:
        """Forget every earlier training; the model's parameters stay."""
        self.loss_history: list[float] = []
        self.train_acc_history: list[float] = []
        self.val_acc_history: list[float] = []
        self.best_val_acc = -math.inf
        self.best_params: dict[str, Array] = {}
        self._rng = np.random.default_rng(self.seed)
        self._configs: dict[str, Config] = {
            name: dict(self.optim_config) for name in self.model.params
        }

    def train(self) -> None:
        """Train for `num_epochs` epochs, and keep the histories."""
        steps = self.num_epochs * (len(self.data.X_train) // self.batch_size)
        with progress(steps, visible=self.verbose) as (tick, say):
            for epoch in range(1, self.num_epochs + 1):
                losses = []
                for rows in self._batches():
                    losses.append(self._step(rows))
                    tick()
                self.loss_history += losses
                self._end_epoch()
                ends = self.train_acc_history[-1], self.val_acc_history[-1]
                loss = float(np.mean(losses))
                say(epoch_line(epoch, self.num_epochs, loss, *ends))

    def accuracy(self, X: Array, y: Array, batch_size: int = 1000) -> float:
        """Measure the share of rows whose highest score is the right class.

        Args:
            X: the inputs, shape (N, ...).
            y: the right classes, shape (N,).
            batch_size: rows that are scored at once.

        Returns:
            A number from 0 to 1.

        """
        right = [
            np.argmax(self.model.loss(X[start : start + batch_size]), axis=1)
            == y[start : start + batch_size]
            for start in range(0, len(X), batch_size)
        ]
        return float(np.mean(np.concatenate(right)))

    def _batches(self) -> Iterator[Array]:
        order = self._rng.permutation(len(self.data.X_train))
        for start in range(0, len(order) - self.batch_size + 1, self.batch_size):
            yield order[start : start + self.batch_size]

    def _step(self, rows: Array) -> float:
        loss, grads = self.model.loss(self.data.X_train[rows], self.data.y_train[rows])
        for name, w in self.model.params.items():
            new, self._configs[name] = self.rule(w, grads[name], self._configs[name])
            self.model.params[name] = new
        return float(loss)

    def _end_epoch(self) -> None:
        data = self.data
        self.train_acc_history.append(
            self.accuracy(data.X_train[:1000], data.y_train[:1000])
        )
        self.val_acc_history.append(self.accuracy(data.X_val, data.y_val))
        if self.val_acc_history[-1] > self.best_val_acc:
            self.best_val_acc = self.val_acc_history[-1]
            self.best_params = {k: w.copy() for k, w in self.model.params.items()}
        for config in self._configs.values():
            if "learning_rate" in config:
                config["learning_rate"] *= self.lr_decay
