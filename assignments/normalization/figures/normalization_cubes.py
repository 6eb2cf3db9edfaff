"""Draw four blocks of cells: which cells share a mean, and which do not.

Run from the assignment's folder: ``python -m figures.normalization_cubes``.
"""

from itertools import product
from typing import Any

import numpy as np
from matplotlib.patches import Polygon

from deeplearning.drawings import save_svg
from deeplearning.plots import YOURS, axes, course_style

N, C, P = 3, 4, 5  # examples, channels, and pixels (H and W share an axis)
RIGHT, UP, DEEP = np.array([1.0, 0.0]), np.array([0.0, 1.0]), np.array([0.55, 0.4])

# Which cells are coloured: an index on an axis, or all of it.
Cells = dict[str, int]
PICTURES: dict[str, Cells] = {
    "A": {"C": 0},
    "B": {"N": 0},
    "C": {"N": 0, "C": 0},
    "D": {"C": 0, "P": P - 1},
}


def draw_face(ax: Any, corner: Any, one: Any, two: Any, *, coloured: bool) -> None:
    """Draw one side of one cell as a parallelogram."""
    corners = [corner, corner + one, corner + one + two, corner + two]
    colour = YOURS if coloured else "white"
    ax.add_patch(Polygon(corners, facecolor=colour, edgecolor="#444444", lw=0.7))


def draw_block(ax: Any, cells: Cells) -> None:
    """Draw the front (N by pixels), the top (N by C) and the side (C by pixels).

    Examples run to the right, channels into the depth, pixels upwards.
    """

    def chosen(n: int, c: int, p: int) -> bool:
        return cells.items() <= {"N": n, "C": c, "P": p}.items()

    for n, p in product(range(N), range(P)):
        draw_face(ax, n * RIGHT + p * UP, RIGHT, UP, coloured=chosen(n, 0, p))
    for n, c in product(range(N), range(C)):
        corner = n * RIGHT + P * UP + c * DEEP
        draw_face(ax, corner, RIGHT, DEEP, coloured=chosen(n, c, P - 1))
    for c, p in product(range(C), range(P)):
        corner = N * RIGHT + p * UP + c * DEEP
        draw_face(ax, corner, DEEP, UP, coloured=chosen(N - 1, c, p))


with course_style():
    figure, row = axes(4, width=6.4, height=2.5)
    for ax, (letter, cells) in zip(row, PICTURES.items(), strict=True):
        draw_block(ax, cells)
        ax.text(N / 2, -0.35, "N", ha="center", va="top")
        ax.text(-0.25, P / 2, "H·W", ha="right", va="center", rotation=90)
        ax.text(*(N * RIGHT + C / 2 * DEEP + (0.3, -0.2)), "C", ha="left", va="top")
        ax.set(title=letter, xlim=(-1.1, 5.6), ylim=(-1.3, 6.9), aspect="equal")
        ax.axis("off")
    save_svg(figure, __file__)
