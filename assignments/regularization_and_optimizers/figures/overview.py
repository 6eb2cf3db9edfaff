"""The three parts of the notebook: running means, noise as a penalty, flat slopes."""

import numpy as np

from deeplearning.drawings import save_svg
from deeplearning.plots import GIVEN, QUIET, YOURS, axes

figure, (steps, noise, slopes) = axes(3, width=6.4, height=2.5)

gradients = 1 + 0.8 * np.random.default_rng(3).normal(size=50)
mean, means = 0.0, []
for gradient in gradients:
    mean += 0.1 * (gradient - mean)
    means.append(mean)
steps.plot(gradients, color=GIVEN, lw=1.0, alpha=0.7)
steps.plot(means, color=YOURS)
steps.set(xlabel="step", ylabel="gradient", title="1 · Steps", xticks=[0, 25, 50])

X = np.array([[1.0, 0.9], [-0.8, -1.0], [0.5, 0.7], [0.9, 0.7]])
first, second = np.meshgrid(np.linspace(-1, 2.6, 91), np.linspace(-1, 2.6, 91))
w = np.stack([first, second], axis=-1)
fit = ((X @ np.array([1.2, 0.4]) - w @ X.T) ** 2).sum(axis=-1)
penalty = ((w * np.sqrt((X**2).sum(axis=0))) ** 2).sum(axis=-1)
for loss, colour in ((fit, GIVEN), (fit + penalty, YOURS)):
    levels = loss.min() + np.array([0.3, 1.2])
    noise.contour(first, second, loss, levels=levels, colors=colour, linewidths=1.6)
noise.set(xlabel="$w_1$", ylabel="$w_2$", title="2 · Noise", xticks=[], yticks=[])

s = np.linspace(-4, 4, 161)
slopes.plot(s, np.tanh(s), color=GIVEN)
slopes.plot(s, 1 - np.tanh(s) ** 2, color=YOURS)
slopes.axhline(0, color=QUIET, lw=0.8)
slopes.text(4, 0.82, "tanh", color=GIVEN, ha="right", va="top")
slopes.text(4, 0.08, "slope", color=YOURS, ha="right", va="bottom")
slopes.set(xlabel="signal", title="3 · Gradients", xticks=[-4, 0, 4], yticks=[-1, 0, 1])
save_svg(figure, __file__)
