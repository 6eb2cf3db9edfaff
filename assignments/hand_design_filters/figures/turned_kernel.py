"""Draw a kernel, the same kernel turned by half a circle, and its first place.

Run from the assignment's folder: ``python -m figures.turned_kernel``.
"""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes, course_style

KERNEL = ("abc", "def")


def cells(
    ax: Axes, rows: int, columns: int, corner: tuple[float, float], colour: str
) -> None:
    """Draw a grid whose top left corner is at ``corner``, row axis down."""
    left, top = corner
    for row in range(rows):
        for column in range(columns):
            place = (left + column, top + row)
            ax.add_patch(Rectangle(place, 1, 1, fill=False, ec=colour, lw=1.5))


def letters(ax: Axes, rows: tuple[str, ...], corner: tuple[float, float]) -> None:
    """Write one letter a cell."""
    for down, row in enumerate(rows):
        for right, letter in enumerate(row):
            place = (corner[0] + right + 0.5, corner[1] + down + 0.5)
            ax.text(*place, letter, ha="center", va="center", size=13)


with course_style():
    figure, ax = axes(width=6.0, height=2.5)
    turned = tuple(row[::-1] for row in KERNEL[::-1])
    for left, rows, name in ((0, KERNEL, "kernel h"), (5, turned, "flipped twice")):
        cells(ax, 2, 3, (left, 1), YOURS)
        letters(ax, rows, (left, 1))
        ax.text(left + 1.5, 4.6, name, ha="center", va="center", color=YOURS)
    arrow = {"arrowstyle": "->", "color": QUIET, "lw": 1.5}
    ax.annotate("", (4.7, 2), (3.3, 2), arrowprops=arrow)
    ax.annotate("", (9.7, 2), (8.3, 2), arrowprops=arrow)
    cells(ax, 4, 5, (10, 0), GIVEN)
    ax.add_patch(Rectangle((10, 0), 3, 2, fc=YOURS, alpha=0.25))
    cells(ax, 2, 3, (10, 0), YOURS)
    letters(ax, turned, (10, 0))
    ax.text(12.5, 4.6, "image x, output y[0, 0]", ha="center", va="center", color=GIVEN)
    ax.set(xlim=(-0.2, 15.6), ylim=(5, -0.2), aspect="equal")
    ax.set_axis_off()
    save_svg(figure, __file__)
