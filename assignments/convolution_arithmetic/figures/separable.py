"""A depthwise layer looks around in each channel; a pointwise one mixes channels."""

from deeplearning.drawings import save_svg
from deeplearning.plots import FOURTH, GIVEN, QUIET, THIRD, YOURS, course_style

CHANNELS = (GIVEN, THIRD, FOURTH)
SIZE, STEP = 4, 5.2  # of a map in cells, and from one map to the next


def channel_map(ax, left, top, colour, marked):
    """Draw a map of 4 by 4 cells whose top left corner is (left, top)."""
    for row in range(SIZE):
        for column in range(SIZE):
            place = (left + column, top - 1 - row)
            ax.add_patch(Rectangle(place, 1, 1, facecolor="white", edgecolor=colour))
            if (row, column) in marked:
                ax.add_patch(Rectangle(place, 1, 1, facecolor=colour, alpha=0.45))


def line(ax, start, end, colour, *, head=True):
    """Join two points, with an arrow's head or without."""
    style = {"arrowstyle": "-|>" if head else "-", "color": colour, "linewidth": 1.4}
    ax.annotate("", end, start, arrowprops={**style, "shrinkA": 0, "shrinkB": 0})


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    window = {(row, column) for row in range(3) for column in range(3)}
    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 4.1), layout="constrained")
        for channel, colour in enumerate(CHANNELS):
            top = -channel * STEP
            channel_map(ax, 0, top, colour, window)
            line(ax, (4.3, top - 2), (8.7, top - 2), colour)
            ax.text(6.5, top - 1.7, "3 × 3", ha="center", color=colour)
            channel_map(ax, 9, top, colour, {(1, 1)})
            line(ax, (10.6, top - 1.5), (16.6, 2.6 - 1.5), QUIET, head=False)
        line(ax, (16.6, 1.1), (19.3, 1.1), YOURS)
        ax.text(18, 1.4, "1 × 1", ha="center", color=YOURS)
        for output in range(4):
            channel_map(ax, 19.5, 2.6 - output * STEP, YOURS, {(1, 1)})
        for middle, words in (
            (2, "$C_{in}$ channels"),
            (11, "after depthwise:\none map a channel"),
            (21.5, "after pointwise:\n$C_{out}$ maps"),
        ):
            ax.text(middle, -18, words, ha="center", va="top")
        ax.set(xlim=(-0.5, 26), ylim=(-21.5, 3), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
