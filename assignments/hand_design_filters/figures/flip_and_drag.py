"""Draw a boxcar and the flipped filter at three places of its way.

Run from the assignment's folder: ``python -m figures.flip_and_drag``.
"""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, course_style

with course_style():
    import matplotlib.pyplot as plt

    index = np.arange(-6, 13)
    boxcar = ((index >= 0) & (index < 7)).astype(float)
    figure, panels = plt.subplots(
        3, 1, figsize=(6.0, 4.2), sharex=True, layout="constrained"
    )
    for panel, now in zip(panels, (-2, 3, 9), strict=True):
        age = now - index
        flipped = np.where(age >= 0, 0.6 ** np.maximum(age, 0), 0.0)
        panel.stem(index - 0.1, boxcar, linefmt=GIVEN, basefmt=QUIET)
        panel.stem(index + 0.1, flipped, linefmt=YOURS, basefmt=QUIET)
        panel.set(yticks=[], ylim=(-0.08, 1.3), ylabel=f"n = {now}")
        panel.spines["left"].set_visible(False)
    for panel, now in zip(panels, (-2, 3, 9), strict=True):
        panel.text(now + 0.1, 1.12, "h[n − i]", color=YOURS, ha="center")
    panels[0].text(5, 1.12, "x[i]", color=GIVEN, ha="center")
    panels[-1].set(xlabel="index i", xticks=range(-6, 13, 3))
    save_svg(figure, __file__)
