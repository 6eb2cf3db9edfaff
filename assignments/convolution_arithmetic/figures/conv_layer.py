"""One convolution layer: an input volume, one filter inside it, an output volume."""

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, course_style

SLANT = 0.45


def cuboid(ax, corner, width, height, depth, colour, alpha=0.25):
    """Draw a box in oblique view with its front lower left corner at ``corner``."""
    x, y = corner
    d = depth * SLANT
    front = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    top = [front[3], front[2], (x + width + d, y + height + d), (x + d, y + height + d)]
    side = [front[1], front[2], top[2], (x + width + d, y + d)]
    for face in (front, top, side):
        ax.add_patch(Polygon(face, facecolor="white", edgecolor="none"))
        ax.add_patch(Polygon(face, facecolor=colour, alpha=alpha, edgecolor="none"))
        ax.add_patch(Polygon(face, fill=False, edgecolor=colour, linewidth=1.6))


def arrow(ax, start, end, text):
    """Draw an arrow with its words above it."""
    style = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.6}
    ax.annotate("", end, start, arrowprops=style)
    middle = (start[0] + end[0]) / 2
    ax.text(middle, start[1] + 0.15, text, ha="center", va="bottom", fontsize=11)


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Polygon

    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 2.8), layout="constrained")
        cuboid(ax, (0, 0), 4, 4, 1.6, GIVEN)
        cuboid(ax, (1.2, 1.4), 1.4, 1.4, 1.6, YOURS, alpha=0.55)
        ax.text(2, -0.25, "input\n($C_{in}$, H, W)", ha="center", va="top")
        arrow(
            ax, (5.3, 2.3), (8.4, 2.3), "$C_{out}$ filters,\neach as deep\nas the input"
        )
        for channel in range(4, 0, -1):
            depth = channel * 0.75
            colour = YOURS if channel == 1 else GIVEN
            corner = (8.5 + depth * SLANT, depth * SLANT)
            cuboid(ax, corner, 3.2, 3.2, 0.35, colour, alpha=0.3)
        ax.text(10.6, -0.25, "output\n($C_{out}$, H′, W′)", ha="center", va="top")
        ax.set(xlim=(-0.2, 13.8), ylim=(-1.5, 5.0), aspect="equal")
        ax.axis("off")
        save_svg(figure, __file__)
