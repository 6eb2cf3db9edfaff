# packages: [numpy, matplotlib, tqdm]
# %% [markdown]
# # Convolutional networks in NumPy · Every loop written once by hand
#
# A convolution layer looks at an image through a small window and reuses the same weights everywhere.
# You write its forward and backward pass with plain loops, then build a small network from your own layers.
#
# **You will**
#
# - code convolution (any stride and padding) and max pooling (any stride), forward and backward,
# - assemble a three-layer network and train it on images of digits,
# - extend batch normalization to images, channel by channel.
#
# Plan five to seven hours.
# The notebook is worth 100 points.
# It does not cover fast convolutions or GPUs: they come in the notebook `pytorch_cnn`.
# Your answers may import numpy, matplotlib, tqdm and what comes with Python.

# %% [markdown]
# ![A four by four image becomes a two by two map by a three by three window, then one number by pooling.](figures/sliding_window.svg)
#
# All arrays are ordered `(N, C, H, W)`: images, channels, rows, columns.
# The filter is **not** flipped, as in every deep-learning library.

# %%
import numpy as np

from deeplearning.data import load
from deeplearning.gradients import gradient_error
from deeplearning.layers import (
    affine_backward,
    affine_forward,
    relu_backward,
    relu_forward,
    softmax_loss,
)
from deeplearning.plots import axes, plot_curves
from deeplearning.solver import Solver
from given.batchnorm import batchnorm_backward, batchnorm_forward
