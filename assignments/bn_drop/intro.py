# packages: [numpy, matplotlib, tqdm]
# %% [markdown]
# # Batch normalization and dropout · Two layers that keep deep networks healthy
#
# Batch normalization keeps every layer's inputs on one scale, and dropout takes random units away in training.
# You write both in NumPy.
#
# **You will**
#
# - derive and code batch normalization, forward and backward,
# - code inverted dropout, and build a network from both layers,
# - measure what each of them changes in training.
#
# Plan four to six hours, for 100 points.
# Not covered: convolutions, which come in the notebook `cnn`.

# %% [markdown]
# ![One hidden layer: affine, batch norm, ReLU, dropout. The shapes are (N, D) before the affine layer and (N, M) after every box; gradients flow back along the same arrows.](figures/hidden_layer.svg)
#
# One hidden layer of the network that you build in Question 6.
# $N$ is the number of rows in a batch, $D$ the number of inputs, $M$ the number of units.
# Each box is a pair of functions: `..._forward` returns its output and a cache, `..._backward` turns the gradient of the output into that of the input.
# The blue boxes are given.
#
# Your answers may import numpy, matplotlib, tqdm and what comes with Python.

# %%
import numpy as np

from deeplearning.data import load
from deeplearning.gradients import gradient_error
from deeplearning.layers import (
    affine_backward,
    affine_forward,
    relu_backward,
    relu_forward,
)
from deeplearning.networks import NetworkScaffold
from deeplearning.plots import QUIET, axes, ink, plot_curves
from deeplearning.solver import Solver
