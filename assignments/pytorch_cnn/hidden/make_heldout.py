"""Make the images that networks are graded on; students get neither them nor this.

From the test images of a data set come five kinds of images that no training set has:
nearly plain, shifted, turned, noisy and faint. All is NumPy, and the same in every run:

    python assignments/pytorch_cnn/hidden/make_heldout.py digits

writes `digits.npz` beside this script. `cifar10` and `cifar100` work in the same way
from the official archive, which is downloaded once (or looked for in the folder that
the environment variable HOMEWORK_DATA names); their files stay out of git.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

Images = npt.NDArray[np.float64]
Change = Callable[[Images, np.random.Generator], Images]

SEED = 20_182
BRIGHTEST = 255
EACH = {"digits": 200, "cifar10": 2000, "cifar100": 2000}  # images of a kind
SHIFT, TURN, NOISE, FAINT = 0.17, 30.0, 0.22, (0.25, 0.5)
"""Largest shift as a share of the width, largest turn in degrees, standard deviation
of the noise, and the range of the contrast."""
SLIGHTLY = 1 / 4  # of each, for the nearly plain images


def main(name: str) -> None:
    """Write the images of one data set.

    Args:
        name: "digits", "cifar10" or "cifar100".

    """
    pixels, labels = test_images(name)
    rng = np.random.default_rng(SEED)
    parts = {}
    for kind, change in KINDS.items():
        rows = _chosen(rng, len(pixels), EACH[name] * (2 if kind == "plain" else 1))
        made = change(pixels[rows], rng).clip(0, 1)
        parts[kind] = np.rint(made * BRIGHTEST).astype(np.uint8)
        parts[f"{kind}_labels"] = labels[rows].astype(np.uint8)
    path = Path(__file__).with_name(f"{name}.npz")
    np.savez_compressed(path, **parts)


def test_images(name: str) -> tuple[Images, npt.NDArray[np.int64]]:
    """Return the test images, shape (N, C, H, W) from 0 to 1, and their classes."""
    from deeplearning.data import load

    data = load(name)
    black = data.X_train.min(axis=0)
    return np.asarray(data.X_test - black, dtype=np.float64), data.y_test


def _chosen(rng: np.random.Generator, known: int, wanted: int) -> npt.NDArray[np.int64]:
    """Choose rows, each as often as any other as far as that goes."""
    rounds = -(-wanted // known)
    rows = np.concatenate([rng.permutation(known) for _ in range(rounds)])
    return np.asarray(rows[:wanted])


# --- what is done to the images -----------------------------------------------


def plain(images: Images, rng: np.random.Generator) -> Images:
    """Change each image so little that a person hardly sees it."""
    count, size = len(images), images.shape[-1]
    moves = SLIGHTLY * rng.uniform(-SHIFT * size, SHIFT * size, (count, 2))
    made = moved(images, SLIGHTLY * rng.uniform(-TURN, TURN, count), moves)
    return made + SLIGHTLY * NOISE * rng.normal(size=images.shape)


def shifted(images: Images, rng: np.random.Generator) -> Images:
    """Move each image by a fraction of its size, in any direction."""
    count, size = len(images), images.shape[-1]
    moves = rng.uniform(-SHIFT * size, SHIFT * size, (count, 2))
    return moved(images, np.zeros(count), moves)


def turned(images: Images, rng: np.random.Generator) -> Images:
    """Turn each image about its centre."""
    angles = rng.uniform(TURN / 3, TURN, len(images))
    angles *= rng.choice([-1.0, 1.0], len(images))
    return moved(images, angles, np.zeros((len(images), 2)))


def noisy(images: Images, rng: np.random.Generator) -> Images:
    """Add normal noise to every pixel."""
    return images + NOISE * rng.normal(size=images.shape)


def faint(images: Images, rng: np.random.Generator) -> Images:
    """Pull all pixels together, around a grey that differs from image to image."""
    shape = (len(images), 1, 1, 1)
    contrast, grey = rng.uniform(*FAINT, shape), rng.uniform(0.0, 1.0, shape)
    return contrast * images + (1 - contrast) * grey


KINDS: dict[str, Change] = {
    "plain": plain,
    "shifted": shifted,
    "turned": turned,
    "noisy": noisy,
    "faint": faint,
}


def moved(images: Images, degrees: Images, moves: Images) -> Images:
    """Turn and move images, with bilinear interpolation and black outside.

    Args:
        images: shape (N, C, H, W).
        degrees: counter-clockwise, shape (N,).
        moves: rows and columns, shape (N, 2).

    Returns:
        Images of the same shape.

    """
    count, channels, height, width = images.shape
    angle = np.deg2rad(degrees)[:, None, None]
    middle = np.array([(height - 1) / 2, (width - 1) / 2])
    row, column = np.mgrid[:height, :width].astype(np.float64)
    row = row - middle[0] - moves[:, :1, None]
    column = column - middle[1] - moves[:, 1:, None]
    source_row = np.cos(angle) * row + np.sin(angle) * column + middle[0]
    source_column = -np.sin(angle) * row + np.cos(angle) * column + middle[1]
    top, left = np.floor(source_row), np.floor(source_column)
    made = np.zeros_like(images)
    for down in (0, 1):
        for right in (0, 1):
            r, c = top + down, left + right
            weight = (1 - abs(source_row - r)) * (1 - abs(source_column - c))
            inside = (r >= 0) & (r < height) & (c >= 0) & (c < width)
            rows = r.clip(0, height - 1).astype(int)
            columns = c.clip(0, width - 1).astype(int)
            picked = images[np.arange(count)[:, None, None], :, rows, columns]
            made += np.moveaxis(picked * (weight * inside)[..., None], -1, 1)
    assert made.shape == (count, channels, height, width)
    return made


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    for data_set in sys.argv[1:]:
        main(data_set)
