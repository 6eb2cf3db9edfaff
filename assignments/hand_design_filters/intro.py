# packages: [numpy, matplotlib]
# %% [markdown]
# # Filters by hand · Convolution before anybody learns it
#
# A convolutional network learns its filters.
# Here you design them yourself, first for signals and then for images, and see what each of them does.
#
# **You will**
#
# - compute the answer of a filter to a signal, and say how it follows a delay,
# - code the true two-dimensional convolution, with flip, stride and padding,
# - blur an image and find its edges with filters that you can explain number by number.
#
# Plan two to three hours.
# The notebook is worth 100 points.
# It does not cover channels and learned filters: they come in the notebooks `convolution_arithmetic` and `cnn`.

# %% [markdown]
# ![Three panels. A row of seven ones as a signal, a five by five grid of numbers with a three by three kernel in front, and a small grey picture of a house.](figures/overview.svg)
#
# You meet the same sum three times: on a line, on a small grid, and on an image.
#
# **One convention holds in the whole notebook: convolution flips the kernel.**
# Layers of neural networks leave the flip out, which is called *correlation*; they say convolution all the same.
#
# Your answers may import numpy, matplotlib and what comes with Python.

# %%
import numpy as np

from deeplearning.images import scene, show_images, show_signals
