# %% [markdown]
# # Batch normalization and dropout · Two layers that keep deep networks healthy
#
# Batch normalization keeps every layer's inputs on one scale, and dropout keeps units from relying on each other.
# You write both by hand in NumPy, forward and backward, and watch what they do to a deep network.
#
# **You will**
#
# - derive and code the forward and backward pass of batch normalization,
# - code inverted dropout, and build both layers into a fully connected network,
# - measure what each of them changes in training.
#
# Plan four to six hours.
# The notebook is worth 100 points.
# It does not cover convolutions: they come in `cnn`.

# %%
import numpy as np

from deeplearning import (
    NetworkScaffold,
    Solver,
    affine_backward,
    affine_forward,
    load,
    relu_backward,
    relu_forward,
)

rng = np.random.default_rng(182)
