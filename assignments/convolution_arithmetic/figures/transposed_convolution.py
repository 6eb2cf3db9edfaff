"""Four stamps of a 3x3 kernel, two steps apart: overlaps are added."""

from deeplearning.drawings import save_svg
from deeplearning.plots import FOURTH, GIVEN, QUIET, THIRD, YOURS, course_style

STAMPS = (
    ("a", 0, 0, GIVEN),
    ("b", 0, 2, YOURS),
    ("c", 2, 0, THIRD),
    ("d", 2, 2, FOURTH),
)


def square(ax, left, top, size, colour, **style):
    """Draw a square whose upper left corner is given, the y axis pointing down."""
    ax.add_patch(Rectangle((left, top), size, size, facecolor=colour, **style))


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 2.9), layout="constrained")
        for letter, row, column, colour in STAMPS:
            left, top = column / 2, 1.5 + row / 2
            square(ax, left, top, 1, colour, alpha=0.45)
            square(ax, left, top, 1, "none", edgecolor=QUIET)
            ax.text(left + 0.5, top + 0.5, letter, ha="center", va="center")
            square(ax, 7.5 + column, row, 3, colour, alpha=0.35)
        for row in range(5):
            for column in range(5):
                square(ax, 7.5 + column, row, 1, "none", edgecolor=QUIET)
                above = ["a", "b"] if row < 3 else []
                below = ["c", "d"] if row >= 2 else []
                inside = slice(0 if column < 3 else 1, 2 if column >= 2 else 1)
                letters = above[inside] + below[inside]
                lines = ("+".join(letters[:2]), "+".join(letters[2:]))
                text = "+\n".join(line for line in lines if line)
                place = (8 + column, row + 0.5)
                ax.text(*place, text, ha="center", va="center", fontsize=9)
        style = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.6}
        ax.annotate("", (7.2, 2.5), (2.4, 2.5), arrowprops=style)
        ax.text(4.8, 2.2, "$3\\times3$ kernel,\nstride 2", ha="center", va="bottom")
        ax.text(1, 4.0, "input\n(2, 2)", ha="center", va="top")
        ax.text(10, 5.2, "output (5, 5): whose stamps are added", ha="center", va="top")
        ax.set(xlim=(-0.6, 14), ylim=(6.0, -0.2), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
