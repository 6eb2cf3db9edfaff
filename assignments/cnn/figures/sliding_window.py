"""A window slides over an image; pooling keeps the largest of what it finds."""

from deeplearning.drawings import save_svg
from deeplearning.plots import ALARM, GIVEN, QUIET, YOURS, course_style


def grid(ax, left, bottom, size, colour, label, marked=(), mark_colour=YOURS):
    """Draw a square grid with its top left at (left, bottom + size)."""
    for row in range(size):
        for column in range(size):
            inside = (row, column) in marked
            ax.add_patch(
                Rectangle(
                    (left + column, bottom + size - 1 - row),
                    1,
                    1,
                    facecolor=mark_colour if inside else "white",
                    alpha=0.45 if inside else 1.0,
                    edgecolor=colour,
                    linewidth=1.4,
                )
            )
    ax.text(left + size / 2, bottom - 0.55, label, ha="center", va="top", fontsize=11)


def arrow(ax, start, end, text):
    """Draw an arrow with its words above it."""
    style = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.6}
    ax.annotate("", end, start, arrowprops=style)
    middle = (start[0] + end[0]) / 2
    ax.text(middle, start[1] + 0.35, text, ha="center", fontsize=11)


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 2.4), layout="constrained")
        window = {(row, column) for row in range(3) for column in range(1, 4)}
        grid(ax, 0, 0, 4, GIVEN, "image, 4 × 4", window)
        arrow(ax, (4.4, 2), (7.6, 2), "3 × 3 filter,\nstride 1, pad 0")
        grid(ax, 8, 1, 2, GIVEN, "map, 2 × 2", {(0, 1)})
        arrow(ax, (10.4, 2), (13.2, 2), "2 × 2 max\npooling")
        grid(ax, 13.6, 1.5, 1, GIVEN, "1 × 1", {(0, 0)}, ALARM)
        ax.set(xlim=(-0.3, 15.2), ylim=(-1.4, 4.3), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
