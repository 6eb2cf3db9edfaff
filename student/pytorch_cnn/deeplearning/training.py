"""Train a torch network: images on the device, epochs, and a checkpoint after each.

This module imports torch, so `deeplearning` itself does not import it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from deeplearning import drawn
from deeplearning.checkpoints import read_checkpoint, write_checkpoint
from deeplearning.pictures import load
from deeplearning.progress import epoch_line, progress

LossFunction = Callable[[Tensor, Tensor], Tensor]
Step = Callable[[nn.Module, Tensor, Tensor, torch.optim.Optimizer, LossFunction], float]
Augment = Callable[[Tensor], Tensor]

BRIGHTEST = 255
LOOKED_AT = 1000  # training images, for the accuracy after an epoch
OPTIMIZERS = ("sgd", "adam", "adamw")
SCHEDULES = ("constant", "cosine")


# --- what may be spent --------------------------------------------------------


@dataclass(frozen=True)
class Budget:
    """What training on a data set may cost at most."""

    parameters: int
    steps: int
    epochs: int


BUDGETS = {
    "drawn": Budget(parameters=1_000_000, steps=20_000, epochs=30),
    "cifar10": Budget(parameters=1_000_000, steps=20_000, epochs=10),
}
GRADED = "drawn"
"""The data set that this course grades: here, and nowhere else, it is chosen."""

SHAPES = {
    name: {"in_channels": 3, "image_size": 32, "num_classes": 10} for name in BUDGETS
}
"""By data set, the arguments that fit a network to its images."""
CLASSES = {
    "drawn": drawn.CLASSES,
    "cifar10": (
        *("plane", "car", "bird", "cat", "deer"),
        *("dog", "frog", "horse", "ship", "truck"),
    ),
}


@dataclass(frozen=True)
class Settings:
    """How a network is trained.

    Attributes:
        optimizer: "sgd", "adam" or "adamw".
        learning_rate: of the first step.
        batch_size: images in a step.
        epochs: walks through the training set.
        momentum: of "sgd"; the other optimizers ignore it.
        weight_decay: of the optimizer.
        schedule: "constant", or "cosine": the learning rate falls along half a
            cosine, to 0 after the last step.
        label_smoothing: of the cross-entropy loss, from 0 to 1.
        seed: fixes shuffling, dropout and augmentation.

    """

    optimizer: str = "adam"
    learning_rate: float = 1e-3
    batch_size: int = 64
    epochs: int = 10
    momentum: float = 0.0
    weight_decay: float = 0.0
    schedule: str = "constant"
    label_smoothing: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be meant.

        Raises:
            ValueError: naming the setting.

        """
        known = {"optimizer": OPTIMIZERS, "schedule": SCHEDULES}
        for name, names in known.items():
            value = getattr(self, name)
            if value is ...:
                raise ValueError("Settings(...): write yours instead of the dots.")
            if value not in names:
                raise ValueError(f"{name} is {value!r}; there are {', '.join(names)}.")
        for name in ("batch_size", "epochs"):
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"{name} is {value!r}, but should be 1, 2, 3, ...")
        if not self.learning_rate > 0:
            raise ValueError(f"learning_rate is {self.learning_rate}, not positive.")

    def steps(self, images: int) -> int:
        """Count the steps of a training on so many images."""
        return self.epochs * (images // min(self.batch_size, images))


# --- images -------------------------------------------------------------------


def device() -> torch.device:
    """Pick the GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def describe(place: torch.device) -> str:
    """Say in words what trains here."""
    if place.type == "cuda":
        memory = torch.cuda.get_device_properties(place).total_memory / 2**30
        return f"{torch.cuda.get_device_name(place)} with {memory:.0f} GiB"
    return f"the CPU with {torch.get_num_threads()} threads; no GPU was found"


@dataclass(frozen=True)
class Images:
    """Images and their classes on one device, as bytes: 0 is black, 255 white.

    Attributes:
        name: of the data set.
        X_train: shape (N, C, H, W), uint8.
        y_train: classes, shape (N,), int64.
        X_val: images for comparing networks, never for training.
        y_val: their classes.

    """

    name: str
    X_train: Tensor
    y_train: Tensor
    X_val: Tensor
    y_val: Tensor

    @property
    def shape(self) -> dict[str, int]:
        """The arguments that fit a network to these images."""
        return dict(SHAPES[self.name])

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, in their order."""
        return CLASSES[self.name]

    @property
    def budget(self) -> Budget:
        """What training on these images may cost at most."""
        return BUDGETS[self.name]

    @property
    def device(self) -> torch.device:
        """Where the images lie."""
        return self.X_train.device


def load_images(name: str, place: torch.device | None = None) -> Images:
    """Load a data set onto a device.

    Args:
        name: "drawn" pictures need no network; "cifar10" is downloaded once.
        place: the device; by default `device()`.

    Raises:
        DataError: when the data set cannot be had.

    """
    place = place or device()
    data = load(name)
    # `load` subtracts the mean image. Every pixel is black in some training image, so
    # the smallest value that a pixel takes is its black.
    black = data.X_train.min(axis=0)

    X_train, X_val = (
        torch.from_numpy(as_bytes(X, black)).to(place)
        for X in (data.X_train, data.X_val)
    )
    y_train, y_val = (
        torch.from_numpy(np.asarray(y, dtype=np.int64)).to(place)
        for y in (data.y_train, data.y_val)
    )
    return Images(name, X_train, y_train, X_val, y_val)


def as_bytes(pixels: Any, black: Any) -> Any:
    """Undo the centring of `load`: 0 is black, 255 white.

    Args:
        pixels: of shape (N, C, H, W), as `load` gives them.
        black: what `load` made of a black pixel, shape (C, H, W).

    """
    scaled = np.rint((pixels - black) * BRIGHTEST)
    return scaled.clip(0, BRIGHTEST).astype(np.uint8)


def as_input(images: Tensor) -> Tensor:
    """Turn bytes into what networks get: numbers from 0 (black) to 1 (white)."""
    return images.float() / BRIGHTEST


# --- training -----------------------------------------------------------------


@dataclass
class Run:
    """What a training was asked for, and what came of it.

    Attributes:
        data: name of the data set.
        settings: of the training.
        augment: name of the function that changed the images, or "".
        steps: updates of the parameters so far.
        losses: mean loss, one number an epoch.
        train_accuracies: on the first 1,000 training images, unchanged, one an epoch.
        val_accuracies: on the validation images, one an epoch.

    """

    data: str
    settings: Settings
    augment: str = ""
    steps: int = 0
    losses: list[float] = field(default_factory=list)
    train_accuracies: list[float] = field(default_factory=list)
    val_accuracies: list[float] = field(default_factory=list)

    @property
    def epochs(self) -> int:
        """Epochs that are done."""
        return len(self.losses)

    def recorded(self) -> dict[str, Any]:
        """Return everything as plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Run:
        """Undo `recorded`."""
        return cls(**{**record, "settings": Settings(**record["settings"])})


def fit(
    model: nn.Module,
    images: Images,
    settings: Settings,
    step: Step,
    *,
    augment: Augment | None = None,
    checkpoint: str | Path | None = None,
    verbose: bool = True,
) -> Run:
    """Train a network on images.

    Args:
        model: moves to the images' device and is changed.
        images: what to train on.
        settings: how.
        step: your `train_step`; it gets the model, a batch (numbers from 0 to 1), the
            classes, the optimizer and the loss function, and returns the loss.
        augment: changes a batch of training images of shape (N, C, H, W), numbers
            from 0 to 1; it returns a batch of the same shape.
        checkpoint: a file that is written after every epoch. Where it is there
            already and was written with the same settings, training goes on from it,
            exactly as if it had never stopped. Delete it to start anew.
        verbose: show one line that moves: loss, accuracies, time left.

    Returns:
        What came of it; the model is left in evaluation mode.

    Raises:
        CheckpointError: when the file is there, but is no checkpoint.

    """
    torch.manual_seed(settings.seed)
    training = _Training(model.to(images.device), images, settings, step, augment)
    path = Path(checkpoint) if checkpoint else None
    resumed = bool(path and path.exists() and training.resume(path))
    total = settings.steps(len(images.X_train))
    if resumed and verbose:
        done = training.run.epochs
        what = "goes on" if done < settings.epochs else "was trained already: stops"
        print(f"{what} after epoch {done}, from {path}; delete that to start anew")  # noqa: T201
    with progress(total, training.run.steps, visible=verbose) as (tick, say):
        while training.run.epochs < settings.epochs:
            say(training.epoch(tick))
            if path:
                training.save(path)
    model.eval()
    return training.run


def accuracy(model: nn.Module, X: Tensor, y: Tensor, batch_size: int = 1000) -> float:
    """Measure the share of images whose highest logit is the right class.

    Args:
        model: is put into evaluation mode, and back.
        X: images as bytes, shape (N, C, H, W).
        y: classes, shape (N,).
        batch_size: images that are looked at at once.

    Returns:
        A number from 0 to 1.

    """
    was_training = model.training
    model.eval()
    with torch.no_grad(), _precision(X.device):
        right = [
            (model(as_input(some)).argmax(1) == classes).sum()
            for some, classes in zip(
                torch.split(X, batch_size), torch.split(y, batch_size), strict=True
            )
        ]
    model.train(was_training)
    return int(torch.stack(right).sum()) / len(y)


@dataclass
class _Training:
    """One training: everything that a checkpoint must hold is reachable from here."""

    model: nn.Module
    images: Images
    settings: Settings
    step: Step
    augment: Augment | None

    @cached_property
    def run(self) -> Run:
        name = getattr(self.augment, "__name__", "") if self.augment else ""
        return Run(self.images.name, self.settings, name)

    @cached_property
    def optimizer(self) -> torch.optim.Optimizer:
        return make_optimizer(self.model, self.settings)

    @cached_property
    def order(self) -> torch.Generator:
        return torch.Generator(self.images.device).manual_seed(self.settings.seed)

    @cached_property
    def loss_fn(self) -> LossFunction:
        return nn.CrossEntropyLoss(label_smoothing=self.settings.label_smoothing)

    def epoch(self, tick: Callable[[], object]) -> str:
        """Walk through the training set once; return the line that says how it went."""
        data, run = self.images, self.run
        self.model.train()
        losses = []
        for rows in self._batches():
            self._set_learning_rate()
            X, y = as_input(data.X_train[rows]), data.y_train[rows]
            X = self.augment(X) if self.augment else X
            with _precision(data.device):
                losses.append(self.step(self.model, X, y, self.optimizer, self.loss_fn))
            run.steps += 1
            tick()
        run.losses.append(float(np.mean(losses)))
        few = slice(LOOKED_AT)
        run.train_accuracies.append(
            accuracy(self.model, data.X_train[few], data.y_train[few])
        )
        run.val_accuracies.append(accuracy(self.model, data.X_val, data.y_val))
        ends = run.losses[-1], run.train_accuracies[-1], run.val_accuracies[-1]
        return epoch_line(run.epochs, self.settings.epochs, *ends)

    def _batches(self) -> Iterator[Tensor]:
        count = len(self.images.X_train)
        size = min(self.settings.batch_size, count)
        order = torch.randperm(count, generator=self.order, device=self.images.device)
        return iter(torch.split(order[: count - count % size], size))

    def _set_learning_rate(self) -> None:
        settings = self.settings
        if settings.schedule == "cosine":
            done = self.run.steps / settings.steps(len(self.images.X_train))
            factor = (1 + math.cos(math.pi * done)) / 2
            for group in self.optimizer.param_groups:
                group["lr"] = factor * settings.learning_rate

    def save(self, path: Path) -> None:
        """Write everything that the next epoch depends on."""
        write_checkpoint(
            path, self.model, self.optimizer, self.order, self.run.recorded()
        )

    def resume(self, path: Path) -> bool:
        """Take up a checkpoint; return whether it is one of this training."""
        wanted = self.run.recorded()
        same = ("data", "settings", "augment")

        def is_ours(record: dict[str, Any]) -> bool:
            return all(record.get(key) == wanted[key] for key in same)

        record = read_checkpoint(path, self.model, self.optimizer, self.order, is_ours)
        if record is None:
            return False
        self.__dict__["run"] = Run.from_record(record)
        return True


def make_optimizer(model: nn.Module, settings: Settings) -> torch.optim.Optimizer:
    """Make the optimizer that the settings name, for all parameters of a network."""
    weights, rate = model.parameters(), settings.learning_rate
    decay = settings.weight_decay
    if settings.optimizer == "sgd":
        return torch.optim.SGD(
            weights, lr=rate, weight_decay=decay, momentum=settings.momentum
        )
    if settings.optimizer == "adamw":
        return torch.optim.AdamW(weights, lr=rate, weight_decay=decay)
    return torch.optim.Adam(weights, lr=rate, weight_decay=decay)


def _precision(place: torch.device) -> AbstractContextManager[object]:
    """Compute in bfloat16 where the GPU does so natively, else in float32.

    bfloat16 has the range of float32, so the loss needs no scaling and a training step
    is the same code everywhere.
    """
    if place.type == "cuda" and torch.cuda.is_bf16_supported(including_emulation=False):
        return torch.autocast("cuda", dtype=torch.bfloat16)
    return nullcontext()
