# rows: B6, B7
# %% [markdown]
# ## Question 14 · Two residual blocks
#
# A residual block adds what its layers compute to what came in.
# Two designs are common:
#
# ![Two residual blocks side by side. Standard: 3 by 3 convolution, batch norm, ReLU, 3 by 3 convolution, batch norm, all with C channels. Bottleneck: a 1 by 1 convolution from C down to S channels, a 3 by 3 convolution with S channels, a 1 by 1 convolution back up to C, each with batch norm. In both, a shortcut adds the input at the end.](figures/residual_blocks.svg)
#
# Each convolution here has **biases**, and a batch normalization follows each of them.

# %% [markdown]
# Count the *trainable* parameters: those that the optimiser changes.
#
# Batch normalization has a scale $\gamma$ and a shift $\beta$ for each channel.
# It also stores a running mean and a running variance, which follow the data and are not trained.
# The shortcut has no parameters.
#
# **For example**, with a single channel everywhere, the standard block has 24 and the bottleneck 20.

# %% tags=["solution"]
def standard_block_params(channels):
    """Count the trainable parameters of a standard block with C = channels."""
    # About three lines.
    # BEGIN SOLUTION
    conv = 3 * 3 * channels * channels + channels
    norm = 2 * channels
    return 2 * (conv + norm)
    # END SOLUTION


def bottleneck_params(channels, squeezed):
    """Count those of a bottleneck with C = channels and S = squeezed."""
    # About four lines.
    # BEGIN SOLUTION
    down = channels * squeezed + squeezed + 2 * squeezed
    middle = 3 * 3 * squeezed * squeezed + squeezed + 2 * squeezed
    up = squeezed * channels + channels + 2 * channels
    return down + middle + up
    # END SOLUTION
