# rows: C10
# %% [markdown]
# ## Question 2 · Depthwise separable convolution
#
# A convolution does two jobs at once: it looks around, and it mixes channels.
# A *depthwise separable* one does them in turn:
#
# 1. **depthwise**: each input channel gets one filter of its own, without mixing,
# 2. **pointwise**: an ordinary $1\times1$ convolution mixes the channels into `c_out` new ones.
#
# ![Three input channels. Each passes a 3 by 3 filter of its own and gives one map. Then each of four output maps takes one pixel of all three maps, by a 1 by 1 filter.](figures/separable.svg)
#
# **For example**, from 1 to 4 channels with a $3\times3$ kernel and no biases, it has 9 + 4 = 13 parameters.
#
# Each layer may have biases, so the function asks.

# %% tags=["solution"]
def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    """Count all parameters of a depthwise separable convolution.

    c_in, c_out: channels of its input and of its output.
    kernel: (K_H, K_W) of the depthwise layer.
    depthwise_bias, pointwise_bias: whether that layer has biases.

    Returns the total, one whole number.
    """
    # Count layer by layer: about three lines.
    # BEGIN SOLUTION
    depthwise = c_in * (kernel[0] * kernel[1] + depthwise_bias)
    pointwise = c_out * (c_in + pointwise_bias)
    return depthwise + pointwise
    # END SOLUTION
