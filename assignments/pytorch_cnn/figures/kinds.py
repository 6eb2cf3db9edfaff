"""Draw a digit as it is, shifted, turned, noisy and faint, as the grader changes it."""

import sys
from pathlib import Path

import numpy as np

from deeplearning.data import load
from deeplearning.drawings import save_svg
from deeplearning.plots import axes

sys.path.insert(0, str(Path(__file__).parents[1]))
from hidden.make_heldout import KINDS

data = load("digits")
black = data.X_train.min(axis=0)
wanted = [int(np.flatnonzero(data.y_val == digit)[1]) for digit in (4, 5)]
digits = np.asarray(data.X_val - black, dtype=np.float64)[wanted]
shown = {"as it is": digits}
for name, change in KINDS.items():
    if name != "plain":
        shown[name] = change(digits, np.random.default_rng(5))

figure, panels = axes(len(shown), width=6.0, height=2.6)
for panel, (name, pair) in zip(panels, shown.items(), strict=True):
    column = np.concatenate([pair[0, 0], np.full((1, 8), np.nan), pair[1, 0]])
    panel.imshow(column.clip(0, 1), cmap="gray", vmin=0, vmax=1)
    panel.set_title(name)
    panel.axis("off")

save_svg(figure, __file__)
