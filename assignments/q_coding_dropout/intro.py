# packages: [numpy, matplotlib, torch]
# %% [markdown]
# # Understanding dropout · What a network learns when it cannot rely on its inputs
#
# Dropout is easiest to understand where nothing else happens: in a model with two weights and one training example.
# You solve that model by hand, by gradient descent and by counting masks, and then watch the same effect on images.
#
# **You will**
#
# - code inverted dropout as a PyTorch module and test it like a statistician,
# - find the loss that dropout minimizes, and its minimum in closed form,
# - explain why dropout makes a network share its work among its inputs.
#
# Plan three to four hours, for 100 points.
# Not covered: the backward pass of dropout by hand, which comes in the notebook `bn_drop`.
# Your answers may import numpy, matplotlib, torch and what comes with Python.

# %% [markdown]
# ![Left: inputs 10 and 1 with weights w1 and w2 give one output, whose target is 11. Right: the four equally likely inputs with dropout at rate one half: 20 and 2, 20 and 0, 0 and 2, 0 and 0.](figures/two_weights.svg)
#
# The whole model is $w_1x_1+w_2x_2$ with $x = (10, 1)$ and target $y = 11$.
# One input is strong and one is weak, and infinitely many weights fit.
# On the right are the four inputs that dropout makes at $p_\text{drop}=\frac12$.
#
# In this notebook `p_drop` is always the probability to **drop** an entry.
# Dropout is *inverted*: in training, what survives is divided by $1-p_\text{drop}$.

# %%
from itertools import product

import numpy as np
import torch
from torch import nn

from deeplearning.cheating import accuracy_of, fit_classifier, load_pixels
from deeplearning.plots import GIVEN, YOURS, axes, ink, plot_curves

x, y = np.array([10.0, 1.0]), 11.0
x_tensor, y_tensor = torch.tensor([[10.0, 1.0]]), torch.tensor([[11.0]])
