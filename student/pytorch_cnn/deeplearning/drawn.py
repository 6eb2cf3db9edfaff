"""Pictures that a seed draws: ten shapes of any colour, place, size and ground.

The colours say nothing about the class, and a shape may be lighter or darker than what
is behind it, so a network has to look at outlines.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

CLASSES = (
    "disc",
    "ring",
    "square",
    "frame",
    "triangle",
    "star",
    "cross",
    "moon",
    "bars",
    "arrow",
)
SIZE = 32
BRIGHTEST = 255
CHUNK = 500  # pictures that are drawn at once

RADIUS = (7.5, 11.0)
OFF_CENTRE, LEAN = 3.0, 10.0
"""Largest distance from the centre in pixels, along each side, and largest lean in
degrees."""
LIGHTER = 0.6  # share of shapes that are lighter than their ground
WAVES = 0.12  # largest strength of the texture
GRAIN = 0.03  # standard deviation of the noise of every pixel


def draw(count: int, seed: int) -> tuple[Array, Array]:
    """Draw pictures; the same numbers give the same pictures.

    Args:
        count: how many; each class comes up as often as any other, up to one.
        seed: fixes all of them.

    Returns:
        Pictures of shape (count, 3, 32, 32), uint8, and their classes, shape (count,),
        int64: positions in `CLASSES`.

    """
    rng = np.random.default_rng([seed, SIZE])
    classes = rng.permutation(np.arange(count) % len(CLASSES))
    some = np.split(classes, range(CHUNK, count, CHUNK))
    parts = [_drawn(part, rng) for part in some]
    return np.concatenate(parts), classes


def _drawn(classes: Array, rng: np.random.Generator) -> Array:
    """Draw a picture of each class, shape (N, 3, 32, 32), uint8."""
    count = len(classes)
    down, right = np.mgrid[:SIZE, :SIZE].astype(np.float32) - (SIZE - 1) / 2
    place = rng.uniform(-OFF_CENTRE, OFF_CENTRE, (2, count, 1, 1))
    lean = np.deg2rad(rng.uniform(-LEAN, LEAN, (count, 1, 1)))
    radius = rng.uniform(*RADIUS, (count, 1, 1))
    y, x = (down - place[0]) / radius, (right - place[1]) / radius
    y, x = np.cos(lean) * y + np.sin(lean) * x, np.cos(lean) * x - np.sin(lean) * y
    inside = np.empty_like(x)
    for index, name in enumerate(CLASSES):
        rows = classes == index
        inside[rows] = _depth(name, x[rows], y[rows])
    cover = np.clip(inside * radius + 0.5, 0, 1)[:, None]  # half a pixel of soft edge
    ground, shape = _colours(count, rng)
    behind = ground + _texture(count, rng)
    front = shape + _texture(count, rng)
    made = (1 - cover) * behind + cover * front
    made += GRAIN * rng.standard_normal(made.shape, dtype=np.float32)
    return np.asarray(np.rint(made.clip(0, 1) * BRIGHTEST), dtype=np.uint8)


def _depth(name: str, x: Array, y: Array) -> Any:
    """Say how far inside a shape each point is, in radii; outside it is negative."""
    away = np.hypot(x, y)
    side = np.maximum(abs(x), abs(y))
    if name == "disc":
        return 0.95 - away
    if name == "ring":
        return 0.22 - abs(away - 0.75)
    if name == "square":
        return 0.8 - side
    if name == "frame":
        return 0.2 - abs(side - 0.65)
    if name == "triangle":
        return np.minimum(0.6 - y, (y + 1 - 1.73 * abs(x)) / 2)
    if name == "star":
        return 0.65 + 0.3 * np.cos(5 * np.arctan2(x, -y)) - away
    if name == "cross":
        return np.minimum(0.95 - side, 0.3 - np.minimum(abs(x), abs(y)))
    if name == "moon":
        return np.minimum(0.95 - away, np.hypot(x - 0.5, y) - 0.75)
    if name == "bars":
        return np.minimum(0.9 - side, 0.18 - abs(abs(y) - 0.65 * (abs(y) > 0.325)))
    head = np.minimum(-y - 0.05, (y + 1 - abs(x)) / 1.4)
    shaft = np.minimum(0.25 - abs(x), np.minimum(y + 0.2, 0.95 - y))
    return np.maximum(head, shaft)


def _colours(count: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """Draw colours of grounds and shapes, (N, 3, 1, 1) each: one light, one dark."""
    dark = rng.uniform(0.0, 0.45, (count, 3, 1, 1))
    light = dark + rng.uniform(0.15, 0.5, (count, 3, 1, 1))
    lighter = rng.random((count, 1, 1, 1)) < LIGHTER
    return np.where(lighter, dark, light), np.where(lighter, light, dark)


def _texture(count: int, rng: np.random.Generator) -> Array:
    """Draw waves of any direction, width and strength, (N, 3, 32, 32)."""
    down, right = np.mgrid[:SIZE, :SIZE].astype(np.float32)
    angle, phase = rng.uniform(0, 2 * np.pi, (2, count, 1, 1))
    pace = 2 * np.pi / rng.uniform(5, 40, (count, 1, 1))
    waves = np.sin(pace * (np.cos(angle) * down + np.sin(angle) * right) + phase)
    strength = rng.uniform(-WAVES, WAVES, (count, 3, 1, 1))
    return np.asarray(strength * waves[:, None])
