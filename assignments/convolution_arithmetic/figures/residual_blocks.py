"""A standard residual block and a bottleneck, with channels on the arrows."""

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, course_style

STANDARD = (r"$3\times3$ conv, batch norm", "ReLU", r"$3\times3$ conv, batch norm")
BOTTLENECK = (
    r"$1\times1$ conv, batch norm",
    "ReLU",
    r"$3\times3$ conv, batch norm",
    "ReLU",
    r"$1\times1$ conv, batch norm",
)
TOP = 8.2
ARROW = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.4}


def block(ax, x, layers, widths, colour, title):
    """Draw layers from top to bottom, the shortcut beside them, and the sum."""
    step = (TOP - 1.6) / len(layers)
    ax.text(x, TOP + 1.0, title, ha="center", va="bottom")
    tops = [TOP - index * step for index in range(len(layers))]
    ax.annotate("", (x, TOP), (x, TOP + 0.9), arrowprops=ARROW)
    height = 0.62
    for index, (name, top) in enumerate(zip(layers, tops, strict=True)):
        corner = (x - 2.3, top - height)
        box = FancyBboxPatch(
            corner,
            4.6,
            height,
            boxstyle="round,pad=0.02",
            facecolor=colour if "conv" in name else "white",
            edgecolor=colour,
            alpha=0.45 if "conv" in name else 1.0,
        )
        ax.add_patch(box)
        ax.text(x, top - height / 2, name, ha="center", va="center", fontsize=10)
        after = tops[index + 1] if index + 1 < len(tops) else 1.35
        ax.annotate("", (x, after), (x, top - height), arrowprops=ARROW)
        if "conv" in name:
            middle = (after + top - height) / 2
            ax.text(x + 0.2, middle, widths[index // 2], va="center", fontsize=10)
    ax.text(x + 0.2, TOP + 0.45, "C channels", va="center", fontsize=10)
    ax.add_patch(Circle((x, 1.05), 0.3, facecolor="white", edgecolor=QUIET))
    ax.text(x, 1.03, "+", ha="center", va="center")
    ax.plot([x, x + 3, x + 3], [TOP + 0.2, TOP + 0.2, 1.05], color=QUIET, linewidth=1.4)
    ax.annotate("", (x + 0.32, 1.05), (x + 3.02, 1.05), arrowprops=ARROW)
    ax.annotate("", (x, 0.05), (x, 0.75), arrowprops=ARROW)
    ax.text(x + 0.2, 0.3, "ReLU, C channels", va="center", fontsize=10)


if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.patches import Circle, FancyBboxPatch

    with course_style():
        figure, ax = plt.subplots(figsize=(6.2, 4.8), layout="constrained")
        block(ax, 3, STANDARD, ("C", "C"), GIVEN, "standard")
        block(ax, 10.2, BOTTLENECK, ("S", "S", "C"), YOURS, "bottleneck")
        ax.set(xlim=(0, 13.8), ylim=(-0.1, 10.0))
        ax.axis("off")
        save_svg(figure, __file__)
