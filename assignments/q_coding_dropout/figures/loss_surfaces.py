"""Draw the loss over both weights, without dropout and with it.

No words: students say what they see.
"""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import ALARM, GIVEN, axes

w1, w2 = np.meshgrid(np.linspace(-0.5, 1.7, 81), np.linspace(-2, 7, 81))
plain = (10 * w1 + w2 - 11) ** 2
dropped = np.mean(
    [(a * w1 + b * w2 - 11) ** 2 for a in (0, 20) for b in (0, 2)], axis=0
)
PANELS = (
    ("without dropout", plain, (110 / 101, 11 / 101)),
    ("$p_{drop} = 0.5$", dropped, (11 / 30, 11 / 3)),
)

figure, panels = axes(2, width=6.4, height=3.0)
for ax, (title, loss, place) in zip(panels, PANELS, strict=True):
    floor = loss.min()
    levels = floor + np.array([0.5, 4, 12, 30, 60, 110, 200])
    ax.contour(w1, w2, loss, levels, colors=GIVEN, linewidths=1)
    ax.plot(*place, "o", color=ALARM)
    ax.set(title=title, xlabel="$w_1$", ylabel="$w_2$")
panels[0].set(xlim=(-0.5, 1.7), ylim=(-2, 7))

save_svg(figure, __file__)
