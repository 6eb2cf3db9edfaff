"""Draw the contours of the two-dimensional Gaussian that enters batch norm.

Run from the assignment's folder: ``python -m figures.contours_before``.
"""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, axes, course_style

mean, root = np.array([2.0, 1.0]), np.linalg.cholesky([[2.0, 1.2], [1.2, 1.0]])
angle = np.linspace(0, 2 * np.pi, 200)
circle = np.stack([np.cos(angle), np.sin(angle)])
with course_style():
    figure, ax = axes(width=4.8, height=3.9)
    for k in (1, 2):
        points = mean[:, None] + k * root @ circle
        ax.plot(*points, color=GIVEN)
        top = points[:, points[1].argmax()]
        ax.annotate(
            f"{k} SD", top, xytext=(0, 3), textcoords="offset points", color=GIVEN,
            ha="center",
        )  # fmt: skip
    ax.plot(*mean, "o", color=GIVEN, markersize=5)
    ax.annotate(
        "mean", mean, xytext=(3.3, -0.7), color=GIVEN,
        arrowprops={"arrowstyle": "-", "color": GIVEN, "lw": 1, "shrinkB": 4},
    )  # fmt: skip
    ax.axhline(0, color=QUIET, lw=1)
    ax.axvline(0, color=QUIET, lw=1)
    ax.set(xlabel="feature 1", ylabel="feature 2", aspect="equal")
    ax.set(xlim=(-3.2, 5.2), ylim=(-3, 3.5), xticks=range(-3, 6), yticks=range(-3, 4))
    ax.grid(visible=True, color=QUIET, alpha=0.3)
    save_svg(figure, __file__)
