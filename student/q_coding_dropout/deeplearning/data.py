"""Images to learn from, as a `Dataset`: arrays in the order (N, C, H, W).

They are centred by the mean image of the training set, and split the same way in every
run.
"""

from __future__ import annotations

import gzip
import importlib.util
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

SPLIT_SEED = 182
PIXEL_MAX = 16  # of the digits


class DataError(Exception):
    """A data set cannot be had: says what is wrong and what helps."""


@dataclass(frozen=True)
class Dataset:
    """Images and their classes, in three parts.

    Attributes:
        X_train: training images, shape (N, C, H, W), centred.
        y_train: their classes, shape (N,), integers from 0.
        X_val: validation images, minus the same mean image.
        y_val: their classes.
        X_test: test images, minus the same mean image.
        y_test: their classes.

    """

    X_train: Array
    y_train: Array
    X_val: Array
    y_val: Array
    X_test: Array
    y_test: Array

    def first(self, count: int) -> Dataset:
        """Keep only the first `count` training images; the other parts stay.

        The training images are shuffled, so the first ones are a fair sample.
        """
        return replace(self, X_train=self.X_train[:count], y_train=self.y_train[:count])

    def with_wrong_labels(self, share: float, *, seed: int = 0) -> Dataset:
        """Give a share of the training images another class than their own.

        Args:
            share: how many, from 0 to 1; validation and test images keep theirs.
            seed: fixes which images, and which classes they get.

        """
        rng = np.random.default_rng(seed)
        y, classes = self.y_train.copy(), int(self.y_train.max()) + 1
        wrong = rng.permutation(len(y))[: round(share * len(y))]
        y[wrong] = (y[wrong] + rng.integers(1, classes, size=len(wrong))) % classes
        return replace(self, y_train=y)


def load(name: str) -> Dataset:
    """Load a data set.

    Args:
        name: "digits": 1,797 handwritten digits of shape (1, 8, 8), float64, split
            into 1,197 for training, 300 for validation and 300 for testing. They come
            with scikit-learn, so no network is needed.

    Returns:
        The images, in units of the brightest possible pixel, minus the mean image of
        the training set.

    Raises:
        DataError: when the data set does not exist, or its package is not installed.

    """
    if name != "digits":
        raise DataError(f"There is no data set {name!r}. There is: digits.")
    table = np.loadtxt(_digits_file(), delimiter=",")
    table = np.random.default_rng(SPLIT_SEED).permutation(table)
    X = table[:, :-1].reshape(-1, 1, 8, 8) / PIXEL_MAX
    return split(X, table[:, -1].astype(np.int64), training=len(X) - 600, testing=300)


def _digits_file() -> IO[str]:
    """Open the table inside scikit-learn, which is found but not imported."""
    package = importlib.util.find_spec("sklearn")
    places = package.submodule_search_locations if package else None
    for place in places or ():
        path = Path(place) / "datasets" / "data" / "digits.csv.gz"
        if path.exists():
            return gzip.open(path, "rt", encoding="ascii")
    raise DataError(
        "The digits come with scikit-learn, which is not installed here. "
        "Install it: `pip install scikit-learn`."
    )


def split(X: Array, y: Array, *, training: int, testing: int) -> Dataset:
    """Subtract the mean image of the training rows, in place, and cut X and y.

    Args:
        X: images, shape (N, C, H, W).
        y: their classes, shape (N,).
        training: how many of the first are for training.
        testing: how many of the last are for testing; validation gets the rest.

    """
    X -= X[:training].mean(axis=0, dtype=np.float64).astype(X.dtype)
    cuts = [training, len(X) - testing]
    (X_train, X_val, X_test), (y_train, y_val, y_test) = (
        np.split(part, cuts) for part in (X, y)
    )
    return Dataset(X_train, y_train, X_val, y_val, X_test, y_test)
