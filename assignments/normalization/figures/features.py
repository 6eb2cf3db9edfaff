"""Draw three features of a batch, before and after normalization.

Run from the assignment's folder: ``python -m figures.features``.
"""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes, course_style

rng = np.random.default_rng(4)
batch = rng.normal([4.0, -2.0, 1.0], [0.4, 2.0, 1.0], size=(60, 3))
normed = (batch - batch.mean(axis=0)) / batch.std(axis=0)
with course_style():
    figure, row = axes(2, width=6.0, height=2.6)
    panels = (("a batch", batch, GIVEN), ("the same batch, normalized", normed, YOURS))
    for ax, (title, data, colour) in zip(row, panels, strict=True):
        for feature in range(3):
            jitter = feature + rng.uniform(-0.18, 0.18, len(data))
            ax.scatter(data[:, feature], jitter, s=9, color=colour, alpha=0.6, lw=0)
        ax.axvline(0, color=QUIET, lw=1, zorder=0)
        ax.set(title=title, xlim=(-7.5, 7.5), ylim=(2.5, -0.5), xlabel="value")
        ax.set_yticks(range(3), [f"feature {name}" for name in (1, 2, 3)])
    row[1].set_yticks(range(3), ["", "", ""])
    save_svg(figure, __file__)
