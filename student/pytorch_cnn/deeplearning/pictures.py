"""Colour pictures to learn from: drawn ones, and CIFAR-10 where it can be had.

Both come as a `Dataset`, split the same way in every run.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from deeplearning.data import SPLIT_SEED, DataError, Dataset, split
from deeplearning.drawn import draw

FOLDER_VARIABLE = "HOMEWORK_DATA"
"""Environment variable: a folder that holds the archives, looked at first."""

DRAWN_TRAINING, DRAWN_REST = 2000, 500
PIXEL_MAX = 255
CIFAR_SHAPE = (3, 32, 32)


@dataclass(frozen=True)
class Archive:
    """A published archive, and what is inside it."""

    url: str
    sha256: str
    training: tuple[str, ...]
    testing: str
    labels: bytes

    @property
    def file_name(self) -> str:
        """The last part of the address."""
        return self.url.rsplit("/", 1)[-1]


# Source: A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009.
ARCHIVES = {
    "cifar10": Archive(
        url="https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz",
        sha256="6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
        training=tuple(f"cifar-10-batches-py/data_batch_{i}" for i in range(1, 6)),
        testing="cifar-10-batches-py/test_batch",
        labels=b"labels",
    ),
}


def load(name: str) -> Dataset:
    """Load a data set.

    Args:
        name: "drawn": 3,000 pictures of ten shapes, (3, 32, 32), float32, split into
            2,000, 500 and 500; drawn anew each time, in half a second.
            "cifar10": photographs of shape (3, 32, 32), float32, split into 49,000,
            1,000 and 10,000. They are downloaded once, with a progress bar, unless
            the folder in HOMEWORK_DATA holds the archive.

    Returns:
        The images, in units of the brightest possible pixel, minus the mean image of
        the training set.

    Raises:
        DataError: when the data set does not exist, cannot be downloaded, or is not
            what its publisher published.

    """
    if name == "drawn":
        return _load_drawn()
    if name in ARCHIVES:
        return _load_cifar(ARCHIVES[name])
    known = ", ".join(["drawn", *ARCHIVES])
    raise DataError(f"There is no data set {name!r}. There are: {known}.")


# --- drawn pictures -----------------------------------------------------------


def _load_drawn() -> Dataset:
    count = DRAWN_TRAINING + 2 * DRAWN_REST
    X, y = draw(count, SPLIT_SEED)
    scaled = X.astype(np.float32) / PIXEL_MAX
    return split(scaled, y, training=DRAWN_TRAINING, testing=DRAWN_REST)


# --- CIFAR --------------------------------------------------------------------


def _load_cifar(archive: Archive) -> Dataset:
    path = _find(archive)
    _verify(path, archive)
    parts = _read_batches(path, (*archive.training, archive.testing))
    rows = np.concatenate([part[b"data"] for part in parts])
    labels = np.concatenate([np.asarray(part[archive.labels]) for part in parts])
    testing = len(parts[-1][b"data"])
    known = len(rows) - testing
    order = np.arange(len(rows))
    order[:known] = np.random.default_rng(SPLIT_SEED).permutation(known)
    X = rows[order].reshape(-1, *CIFAR_SHAPE).astype(np.float32)
    X /= PIXEL_MAX
    training = known - max(1, known // 50)
    return split(X, labels[order], training=training, testing=testing)


def _find(archive: Archive) -> Path:
    """Say where the archive lies; download it if it lies nowhere."""
    folder = os.environ.get(FOLDER_VARIABLE)
    if folder and (Path(folder) / archive.file_name).exists():
        return Path(folder) / archive.file_name
    return _download(archive)


def _download(archive: Archive) -> Path:
    import pooch

    try:
        return Path(
            pooch.retrieve(
                archive.url,
                known_hash=f"sha256:{archive.sha256}",
                fname=archive.file_name,
                path=pooch.os_cache("homework"),
                progressbar=True,
            )
        )
    except OSError as error:
        raise DataError(
            f"{archive.file_name} cannot be downloaded ({type(error).__name__}). "
            "Connect to the network and run the cell again, or save the file from "
            f"{archive.url} in a folder and name that folder in the environment "
            f"variable {FOLDER_VARIABLE}."
        ) from error
    except ValueError as error:
        raise DataError(_not_as_published(archive, archive.url)) from error


def _verify(path: Path, archive: Archive) -> None:
    """Check that the file is the published one, before anything in it is read."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != archive.sha256:
        raise DataError(_not_as_published(archive, str(path)))


def _not_as_published(archive: Archive, place: str) -> str:
    return (
        f"{place} is not the published archive: its SHA-256 is not "
        f"{archive.sha256}. The download may have been cut off: delete the file and "
        f"fetch {archive.url} again."
    )


def _read_batches(path: Path, names: tuple[str, ...]) -> list[dict[bytes, Any]]:
    """Read pickled batches out of the archive; nothing is unpacked to disk."""
    import tarfile

    batches = []
    with tarfile.open(path, "r:gz") as archive:
        for name in names:
            member = archive.extractfile(name)
            if member is None:
                raise DataError(f"{path.name} holds {name}, but not as a file.")
            batches.append(_ArrayUnpickler(member, encoding="bytes").load())
    return batches


_REBUILD = np.empty(0).__reduce__()[0]  # the function that pickled arrays call
_ADMITTED: dict[tuple[str, str], Any] = {
    ("numpy", "ndarray"): np.ndarray,
    ("numpy", "dtype"): np.dtype,
    ("numpy.core.multiarray", "_reconstruct"): _REBUILD,  # written before NumPy 2
    ("numpy._core.multiarray", "_reconstruct"): _REBUILD,
}


class _ArrayUnpickler(pickle.Unpickler):
    """Unpickles plain values and NumPy arrays, and refuses to call anything else."""

    def find_class(self, module: str, name: str) -> Any:
        """Look a global name up in the short list of what arrays need."""
        if (module, name) not in _ADMITTED:
            raise DataError(
                f"The archive asks for {module}.{name}, which image data never needs. "
                "Do not use this file."
            )
        return _ADMITTED[module, name]
