"""Draw the Gaussian that enters batch norm, beside an empty grid.

Run from the assignment's folder: ``python -m figures.gaussian_before``.
"""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, axes, course_style

mean, sd = 1.5, 0.4
x = np.linspace(0, 3, 400)
with course_style():
    figure, (left, right) = axes(2, width=6.0, height=2.4)
    left.plot(x, np.exp(-0.5 * ((x - mean) / sd) ** 2), color=GIVEN)
    for mark in (mean - sd, mean, mean + sd):
        height = np.exp(-0.5 * ((mark - mean) / sd) ** 2)
        left.plot([mark, mark], [0, height], color=QUIET, lw=1, ls="--")
    left.set(title="before", xlim=(0, 3), ylim=(0, 1.1))
    left.set_xticks([0, mean - sd, mean, mean + sd, 3], ["0", "1.1", "1.5", "1.9", "3"])
    left.set_yticks([])
    left.set_ylabel("density")
    right.set(title="after", xlim=(0, 6), ylim=(0, 1.1))
    right.set_xticks(range(7), [""] * 7)
    right.set_yticks(np.linspace(0, 1, 5), [""] * 5)
    right.grid(visible=True, color=QUIET, alpha=0.4)
    right.text(3, 0.5, "?", fontsize=26, color=QUIET, ha="center", va="center")
    for ax in (left, right):
        ax.set_xlabel("value of the feature")
    save_svg(figure, __file__)
