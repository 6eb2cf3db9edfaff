"""Level curves of a regression loss, without noise and averaged over all masks."""

from itertools import product

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import ALARM, GIVEN, YOURS, axes

X = np.array([[1.0, 0.9], [-0.8, -1.0], [0.5, 0.7], [0.9, 0.7]])
y = X @ np.array([1.2, 0.4])
grid = np.linspace(-0.8, 2.4, 81)
first, second = np.meshgrid(grid, grid)
weights = np.stack([first, second], axis=-1)


def average_loss(p_keep: float) -> np.ndarray:
    """Average the loss over all masks, one mask after another."""
    total = np.zeros_like(first)
    for bits in product([0.0, 1.0], repeat=X.size):
        mask = np.array(bits).reshape(X.shape)
        chance = np.where(mask == 1, p_keep, 1 - p_keep).prod()
        if chance > 0:
            total += chance * ((y - weights @ (mask * X).T) ** 2).sum(axis=-1)
    return total


figure, panels = axes(2, width=6.0, height=3.0)
for panel, p_keep, colour in zip(panels, (1.0, 0.5), (GIVEN, YOURS), strict=True):
    loss = average_loss(p_keep)
    levels = loss.min() + 0.06 * np.arange(1, 9) ** 2
    panel.contour(first, second, loss, levels=levels, colors=colour, linewidths=1.4)
    row, column = np.unravel_index(loss.argmin(), loss.shape)
    panel.plot(first[row, column], second[row, column], "o", color=ALARM, markersize=6)
    panel.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
    panel.set(title=rf"$p_\mathrm{{keep}} = {p_keep:g}$")
save_svg(figure, __file__)
