"""A test scene drawn by code, and pictures of signals and images."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from deeplearning.plots import CYCLE, QUIET, axes

HEIGHT, WIDTH = 96, 144


def scene(*, noise: float = 0.0, seed: int = 182) -> npt.NDArray[np.uint8]:
    """Draw a house under a sun: flat areas, ramps, sharp edges and fine stripes.

    Args:
        noise: standard deviation of the noise, in grey levels from 0 to 255.
        seed: of the noise.

    Returns:
        A grey image in bytes, as cameras give it, shape (96, 144).

    """
    row, column = np.mgrid[:HEIGHT, :WIDTH].astype(np.float64)
    image = 130 + 80 * row / HEIGHT  # the sky: a ramp
    image[(row - 20) ** 2 + (column - 112) ** 2 < 12**2] = 245  # the sun
    ground = row >= 70
    stripes = 90 + 40 * np.sign(np.sin(column * np.pi / 2 + 0.5))
    image = np.where(ground, stripes, image)
    image[(np.abs(column - 50) < row - 16) & (row < 40)] = 40  # the roof
    wall = (np.abs(column - 50) < 20) & (row >= 40) & (row < 76)
    image[wall] = 160
    image[wall & (np.abs(column - 42) < 5) & (np.abs(row - 52) < 5)] = 235  # a window
    image[wall & (np.abs(column - 59) < 4) & (row > 56)] = 70  # a door
    image += noise * np.random.default_rng(seed).normal(size=image.shape)
    return np.asarray(np.clip(np.rint(image), 0, 255), dtype=np.uint8)


def show_images(
    images: Mapping[str, npt.ArrayLike], *, signed: bool = False, width: float = 6.4
) -> None:
    """Show grey images side by side, each under its name.

    Args:
        images: by name, one image of shape (H, W) each.
        signed: whether 0 is the middle grey, for images with negative values;
            otherwise 0 is black and 255 is white.
        width: of the whole figure, in inches.

    """
    figure, _ = axes(len(images), width=width, height=0.76 * width / len(images) + 0.3)
    for panel, (name, image) in zip(figure.axes, images.items(), strict=True):
        array = np.asarray(image, dtype=np.float64)
        top = float(np.abs(array).max(initial=1.0)) / 2 if signed else 255.0
        panel.imshow(array, cmap="gray", vmin=-top if signed else 0.0, vmax=top)
        panel.set_title(name)
        panel.set_axis_off()


def show_signals(
    index: npt.ArrayLike, signals: Mapping[str, npt.ArrayLike], *, width: float = 5.6
) -> None:
    """Show signals below one another, on the same index axis.

    Args:
        index: the integers at which the signals are known, shape (T,).
        signals: by name, the values, shape (T,).
        width: of the whole figure, in inches.

    """
    figure, _ = axes(width=width, height=0.5 + 1.1 * len(signals))
    figure.clear()
    panels = figure.subplots(len(signals), sharex=True, squeeze=False)[:, 0]
    for panel, colour, (name, values) in zip(
        panels, CYCLE, signals.items(), strict=False
    ):
        panel.stem(index, values, linefmt=colour, basefmt=QUIET)
        panel.set_ylabel(name)
        panel.spines[["top", "right"]].set_visible(False)
    panels[-1].set_xlabel("index n")
    panels[-1].xaxis.get_major_locator().set_params(integer=True)
