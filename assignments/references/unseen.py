"""What is done to images before networks are graded on them, and pictures of a seed.

Five kinds of images that no training set has: nearly plain, shifted, turned, noisy and
faint. All is NumPy, and the same in every run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from deeplearning.drawn import draw

Images = npt.NDArray[np.float64]
Change = Callable[[Images, np.random.Generator], Images]

SEED_FILE = Path("hidden") / "drawn.json"
BRIGHTEST = 255
EACH = 300  # drawn pictures of a kind; twice as many nearly plain ones
SHIFT, TURN, NOISE, FAINT = 0.17, 30.0, 0.22, (0.25, 0.5)
"""Largest shift as a share of the width, largest turn in degrees, standard deviation
of the noise, and the range of the contrast."""
SLIGHTLY = 1 / 4  # of each, for the nearly plain images


@lru_cache
def drawn_images(kind: str) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Draw the grader's pictures of a kind, from the seed that only the grader has.

    Returns:
        Pictures of shape (N, 3, 32, 32), uint8, and their classes, shape (N,).

    """
    seed = json.loads(SEED_FILE.read_text(encoding="ascii"))["seed"]
    rng = np.random.default_rng([seed, list(KINDS).index(kind)])
    count = EACH * (2 if kind == "plain" else 1)
    pictures, classes = draw(count, int(rng.integers(2**62)))
    return changed(kind, pictures, rng), classes


def changed(
    kind: str, images: npt.NDArray[Any], rng: np.random.Generator
) -> npt.NDArray[np.uint8]:
    """Change images as a kind says; bytes of shape (N, C, H, W) go in and come out."""
    made = KINDS[kind](images / BRIGHTEST, rng).clip(0, 1)
    return np.asarray(np.rint(made * BRIGHTEST), dtype=np.uint8)


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
