"""The backward pass of a convolution: each output stamps its gradient on its window."""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, THIRD, YOURS, course_style

FILTER = np.array([[1, 2], [3, 4]])
DOUT = np.array([[1, 10], [0, 0]])


def numbers(ax, left, top, array, colours, edge):
    """Write an array into cells from (left, top) on, with one colour a cell or none."""
    for (row, column), number in np.ndenumerate(array):
        place = (left + column, top - 1 - row)
        ax.add_patch(Rectangle(place, 1, 1, facecolor="white", edgecolor=edge))
        for colour in colours.get((row, column), ()):
            ax.add_patch(Rectangle(place, 1, 1, facecolor=colour, alpha=0.3))
        centre = (place[0] + 0.5, place[1] + 0.47)
        ax.text(*centre, f"{number:g}", ha="center", va="center")


def stamp(column):
    """Return dx from the output at row 0 and this column alone, and its cells."""
    dx = np.zeros((3, 3))
    dx[0:2, column : column + 2] = DOUT[0, column] * FILTER
    return dx, {(row, column + right) for row in range(2) for right in range(2)}


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 3.0), layout="constrained")
        colours = (GIVEN, YOURS)
        marks = {(0, column): (colours[column],) for column in range(2)}
        numbers(ax, 0, -2.6, DOUT, marks, QUIET)
        numbers(ax, 0, -5.6, FILTER, {}, THIRD)
        both: dict[tuple[int, int], tuple[str, ...]] = {}
        style = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.6}
        for column, colour in enumerate(colours):
            dx, cells = stamp(column)
            top = -4.4 * column - 0.3
            numbers(ax, 7, top, dx, dict.fromkeys(cells, (colour,)), QUIET)
            ax.annotate("", (6.7, top - 1.5), (2.4, -3.3), arrowprops=style)
            words = f"{DOUT[0, column]} · w"
            ax.text(4.6, -1.3 - 5.4 * column, words, ha="center", color=colour)
            ax.annotate("", (13, -3.7), (10.3, top - 1.5), arrowprops=style)
            for cell in cells:
                both[cell] = (*both.get(cell, ()), colour)
        numbers(ax, 13.3, -2.2, stamp(0)[0] + stamp(1)[0], both, QUIET)
        for place, words in (
            ((1, -2.2), "dout"),
            ((1, -8.3), "w"),
            ((14.8, -1.8), "dx"),
        ):
            ax.text(*place, words, ha="center")
        ax.text(14.8, -5.9, "where windows\noverlap, add", ha="center", va="top")
        ax.set(xlim=(-0.3, 17.2), ylim=(-8.6, 0.2), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
