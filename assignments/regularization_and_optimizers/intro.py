# packages: [numpy, matplotlib]
# %% [markdown]
# # Regularization and optimizers · What noise, decay and steps do to weights
#
# Three things decide where training ends: the rule that takes the steps, the noise that we add on purpose, and the gradient that flows back.
# Here you work each of them out on paper, and then in a few lines of NumPy.
#
# **You will**
#
# - write momentum and Adam, and find out when weight decay is the same as an L2 penalty,
# - average over all dropout masks exactly, and recognize ridge regression in the result,
# - carry a gradient back through tanh units by hand, and see what large weights do to it.
#
# Plan four to six hours, most of them with pen and paper.
# The notebook is worth 100 points.
# It does not cover dropout inside a deep network: it comes in the notebook `bn_drop`.
# Your answers may import numpy, matplotlib and what comes with Python.

# %% [markdown]
# ![Three panels. Left: a noisy gradient and its smooth running mean. Middle: the level curves of a loss without noise, and the rounder ones with dropout noise. Right: tanh and its slope.](figures/overview.svg)
#
# The three parts: steps from smoothed gradients, noise that acts as a penalty, and gradients by hand.

# %% [markdown]
# **Conventions of this notebook.**
# Momentum `beta1` is the weight of the *old* running mean.
# Dropout is described by `p_keep`, the probability to *keep* an entry, and nothing is rescaled during training.
# Data matrices hold one example a row: `X: (n, d)`.
# A squared norm $\|\cdot\|^2$ is a sum of squares, without a division.
# Most questions can be answered without the answers to earlier ones.

# %%
import numpy as np

from deeplearning.gradients import gradient_error
from deeplearning.plots import axes, plot_curves

rng = np.random.default_rng(182)
