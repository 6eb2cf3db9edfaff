"""Draw which pixels of a row an odd and an even window average.

Run from the assignment's folder: ``python -m figures.windows``.
"""

from matplotlib.patches import Rectangle

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes, course_style

ROW = "abcdef"
CENTRE = 2
with course_style():
    figure, ax = axes(width=6.0, height=2.4)
    border = {"color": QUIET, "ha": "center", "va": "center", "size": 13}
    for top, n in ((0.0, 3), (1.9, 4)):
        first, last = CENTRE - (n - 1) // 2, CENTRE + n // 2
        ax.text(-3.3, top + 0.5, f"n = {n}", va="center")
        for place, letter in enumerate(ROW):
            inside = first <= place <= last
            ax.add_patch(Rectangle((place, top), 1, 1, fill=False, ec=GIVEN, lw=1.5))
            if inside:
                ax.add_patch(Rectangle((place, top), 1, 1, fc=YOURS, alpha=0.3))
            weight = "bold" if place == CENTRE else "normal"
            spot = (place + 0.5, top + 0.5)
            ax.text(*spot, letter, ha="center", va="center", size=13, weight=weight)
        for step in range(2):
            ax.text(-0.5 - step, top + 0.5, ROW[step], **border)
            ax.text(len(ROW) + 0.5 + step, top + 0.5, ROW[-1 - step], **border)
    ax.text(CENTRE + 0.5, 1.4, "pixel m", ha="center", va="center", color=YOURS)
    ax.text(-1.2, 3.35, "mirrored", ha="center", va="center", color=QUIET)
    ax.text(len(ROW) + 1, 3.35, "mirrored", ha="center", va="center", color=QUIET)
    ax.set(xlim=(-3.5, 9.5), ylim=(3.7, -0.2), aspect="equal")
    ax.set_axis_off()
    save_svg(figure, __file__)
