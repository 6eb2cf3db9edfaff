"""A convolution of two channels, worked out with numbers."""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, THIRD, YOURS, course_style

IMAGE = np.array([[[1, 2, 0], [0, 1, 2], [2, 0, 1]], [[2, 0, 1], [1, 1, 0], [0, 3, 1]]])
FILTER = np.array([[[1, 0], [0, -1]], [[0, 1], [2, 0]]])
BIAS = 1


def numbers(ax, left, top, array, colour, marked=()):
    """Write an array into a grid of cells whose top left corner is (left, top)."""
    for (row, column), number in np.ndenumerate(array):
        place = (left + column, top - 1 - row)
        ax.add_patch(Rectangle(place, 1, 1, facecolor="white", edgecolor=colour))
        if (row, column) in marked:
            ax.add_patch(Rectangle(place, 1, 1, facecolor=YOURS, alpha=0.3))
        centre = (place[0] + 0.5, place[1] + 0.47)
        ax.text(*centre, f"{number:g}".replace("-", "−"), ha="center", va="center")


def products(channel):
    """Write out the sum of one channel in the marked window, zeros left out."""
    terms = (IMAGE[channel, 0:2, 1:3] * FILTER[channel]).ravel()
    kept = " + ".join(f"{term:g}" for term in terms if term)
    return f"{kept} = {terms.sum():g}".replace("+ -", "− ")


def convolve(image, kernel, bias):
    """Slide the filter over the image: stride 1, no padding, no flip."""
    windows = np.lib.stride_tricks.sliding_window_view(image, (2, 2), axis=(1, 2))
    return np.einsum("cijuv,cuv->ij", windows, kernel) + bias


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    window = {(row, column) for row in range(2) for column in (1, 2)}
    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 3.1), layout="constrained")
        for channel, colour in enumerate((GIVEN, THIRD)):
            top = -4.2 * channel
            numbers(ax, 0, top, IMAGE[channel], colour, window)
            ax.text(3.75, top - 1.6, "⊙", ha="center", va="center", color=QUIET)
            numbers(ax, 4.5, top - 0.5, FILTER[channel], colour)
            words = f"channel {channel}:\n{products(channel)}"
            ax.text(8.8, top - 1.5, words, ha="center", va="center", color=colour)
        ax.text(8.8, -3.65, f"bias: {BIAS}", ha="center", va="center")
        style = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.6}
        ax.annotate("", (13.2, -3.4), (11, -3.4), arrowprops=style)
        ax.text(12.1, -3.1, "add", ha="center")
        output = convolve(IMAGE, FILTER, BIAS)
        numbers(ax, 13.6, -2.4, output, YOURS, {(0, 1)})
        for middle, words in ((1.5, "x, (2, 3, 3)"), (5.5, "w, (1, 2, 2, 2)")):
            ax.text(middle, -7.6, words, ha="center", va="top")
        ax.text(14.6, -4.8, "out, (1, 2, 2)", ha="center", va="top")
        ax.set(xlim=(-0.2, 16.6), ylim=(-8.5, 0.2), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
