# packages: [numpy, matplotlib, tqdm, torch, safetensors]
# student_files: [base.safetensors, base.json, bn_dropout.safetensors, bn_dropout.json, own.safetensors, own.json]
# %% [markdown]
# # Convolutional networks in PyTorch · Trained weights are the answer
#
# You write a convolutional network and its training step, train three networks, and hand in their weights.
# The grader loads the weights into your classes and shows them images that nobody has trained on.
#
# **You will**
#
# - build a network from PyTorch's layers, with batch normalization and dropout as options,
# - write one training step, and say what goes wrong when a line of it is missing,
# - design a network that reads shifted, turned, noisy and faint images.
#
# Plan three to five hours; all trainings together take less than two minutes on a laptop.
# The notebook is worth 100 points.
# It does not cover layers by hand: they come in the notebook `cnn`.
# Your answers may import numpy, matplotlib, tqdm, torch, safetensors and what comes with Python.

# %% [markdown]
# ![Three blocks, each a 3 by 3 convolution, ReLU and 2 by 2 max pooling, halve the image and widen it to 16, 32 and 64 channels; a hidden layer of 256 units and a last layer give one logit a class.](figures/network.svg)
#
# The network of questions 1 to 4, with the sizes for a small grey image and for a colour picture of 32 by 32 pixels.
# Arrays are ordered `(N, C, H, W)`: images, channels, rows, columns.
# `p_dropout` is everywhere the probability to *drop* a unit.

# %%
import torch
from torch import nn
from torch.nn import functional as F

from deeplearning.plots import axes, plot_curves
from deeplearning.training import (
    GRADED,
    Settings,
    accuracy,
    as_input,
    describe,
    device,
    fit,
    load_images,
)
from deeplearning.weights import reserve, save_weights, show_files

DATA = GRADED  # the data set that your course grades
torch.manual_seed(182)
reserve("base", "bn_dropout", "own")  # empty files, until you save your weights
