"""Draw what the notebook filters: a signal, a grid of numbers, an image.

Run from the assignment's folder: ``python -m figures.overview``.
"""

import numpy as np
from matplotlib.patches import Rectangle

from deeplearning.drawings import save_svg
from deeplearning.images import scene
from deeplearning.plots import GIVEN, QUIET, YOURS, axes, course_style

with course_style():
    figure, (line, grid, picture) = axes(3, width=6.4, height=2.3)
    index = np.arange(-2, 9)
    line.stem(index, (index >= 0) & (index < 7), linefmt=GIVEN, basefmt=QUIET)
    line.set(title="a signal", ylim=(-0.4, 1.4))
    for row in range(5):
        for column in range(5):
            grid.add_patch(Rectangle((column, row), 1, 1, fill=False, ec=GIVEN, lw=1))
            spot, number = (column + 0.5, row + 0.5), 5 * row + column + 1
            grid.text(*spot, f"{number}", ha="center", va="center", color=GIVEN)
    grid.add_patch(Rectangle((0, 0), 3, 3, fc=YOURS, alpha=0.3))
    grid.add_patch(Rectangle((0, 0), 3, 3, fill=False, ec=YOURS, lw=2.5))
    grid.set(title="a grid and a kernel", xlim=(-0.2, 5.2), ylim=(5.2, -0.2))
    grid.set_aspect("equal")
    picture.imshow(scene(), cmap="gray", vmin=0, vmax=255, interpolation="none")
    picture.set(title="an image")
    for panel in (line, grid, picture):
        panel.set_axis_off()
    save_svg(figure, __file__)
