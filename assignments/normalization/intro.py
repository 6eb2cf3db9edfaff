# packages: [numpy, matplotlib]
# %% [markdown]
# # Normalization · See what batch norm does, then differentiate it by hand
#
# Batch norm is four lines of arithmetic, and it makes deep networks much easier to train.
# Here you draw what those lines do to data, and you follow a gradient back through every one of them.
#
# **You will**
#
# - predict the mean, the spread and the contours of data after batch norm,
# - say which numbers of a tensor share a mean, for fully connected and for convolutional layers,
# - derive the gradient of batch norm, first without the division and then in full.
#
# Plan four hours, most of them with pen and paper.
# The notebook is worth 100 points.
# It does not cover running statistics and test mode: they come in the notebook `bn_drop`.
# Your answers may import numpy, matplotlib and what comes with Python.

# %% [markdown]
# ![Left: a strip of dots for each of three features, with different means and spreads. Right: the same three strips after normalization, all around 0 with the same spread.](figures/features.svg)
#
# Each dot is one example of a batch, each strip is one feature.
# Batch norm moves every strip to 0 and gives all of them the same spread.

# %% [markdown]
# **Conventions of this notebook.**
# A batch has $N$ examples, one a row, and statistics are taken for each feature on its own:
#
# $$\begin{aligned}
# \mu &= \frac1N\sum_i x_i, \\
# \sigma^2 &= \frac1N\sum_i (x_i-\mu)^2, \\
# \hat x_i &= \frac{x_i-\mu}{\sqrt{\sigma^2+\varepsilon}}, \\
# y_i &= \gamma\,\hat x_i+\beta .
# \end{aligned}$$
#
# The variance divides by $N$, and $\varepsilon$ stands under the root.
# Only Question 11 divides by one less than the batch size, and says so again.
# Images are arrays in the order NCHW: example, channel, row, column.

# %%
import numpy as np

from deeplearning.gradients import gradient_error
from deeplearning.normalization_pictures import (
    draw_contours,
    draw_densities,
    draw_functions,
    draw_graph,
)

rng = np.random.default_rng(182)
