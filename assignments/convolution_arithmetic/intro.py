# packages: [numpy, matplotlib]
# %% [markdown]
# # Convolution arithmetic · Know what a network costs before you run it
#
# An architecture is a budget of parameters, multiplications and pixels in view.
# You learn to read it off a description.
#
# **You will**
#
# - count parameters, shapes and multiplications of convolutions, pools and residual blocks,
# - compute receptive fields, and predict features without running a network,
# - write a convolution as a matrix, and find its gradient and its transpose.
#
# Plan three to four hours; there are 100 points, and no training.

# %%
import math

import numpy as np

from deeplearning.gradients import gradient_error

# %% [markdown]
# ## What all questions share
#
# ![One convolution layer. An input volume of C_in channels, height H and width W; one filter as deep as the input; an output volume with one channel for each of the C_out filters.](figures/conv_layer.svg)
#
# Arrays are ordered channels first: an image is `(C, H, W)`, and the weights of a layer are `(C_out, C_in, K_H, K_W)`.
# A *dense* layer is a fully connected one.
#
# Your answers may import numpy, matplotlib and what comes with Python.
#
# Two conventions for the kernel are in use.
# Deep-learning libraries slide it as it is; mathematics flips it first.
# Each question says which one it means.
