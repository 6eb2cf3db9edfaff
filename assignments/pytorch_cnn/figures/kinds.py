"""Draw two pictures as they are, shifted, turned, noisy and faint, as graded."""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.drawn import CLASSES, draw
from deeplearning.plots import axes
from references.unseen import KINDS, changed

pictures, classes = draw(100, seed=4)
wanted = [int(np.flatnonzero(classes == CLASSES.index(n))[0]) for n in ("star", "moon")]
chosen = pictures[wanted]
shown = {"as it is": chosen}
for name in KINDS:
    if name != "plain":
        shown[name] = changed(name, chosen, np.random.default_rng(5))

figure, panels = axes(len(shown), width=6.0, height=2.6)
for panel, (name, pair) in zip(panels, shown.items(), strict=True):
    line = np.full((3, 2, 32), 255, dtype=np.uint8)
    both = np.concatenate([pair[0], line, pair[1]], axis=1).transpose(1, 2, 0)
    panel.imshow(both, interpolation="none")  # as many pixels as there are
    panel.set_title(name)
    panel.axis("off")

save_svg(figure, __file__)
