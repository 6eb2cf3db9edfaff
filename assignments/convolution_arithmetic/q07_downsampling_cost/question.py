# rows: F6
# %% [markdown]
# ## Question 7 · What does a pool save?
#
# Time goes into multiply-accumulate operations, **MACs** for short: one multiplication and the addition that follows it.
# Count one for every weight that is used at every position of the output map, and none for biases.
#
# **For example**, a $1\times1$ convolution from 1 to 2 channels that gives maps of $3\times4$ does 24 MACs.

# %% [markdown]
# Take a $3\times3$ convolution from 64 to 64 channels on a $32\times32$ map, with padding that keeps the size.
# Now a $2\times2$ pool with stride 2 **before** it halves height and width.
# Compare three cases:
#
# 1. all channels stay,
# 2. the layer gives twice as many channels,
# 3. the layer reads *and* gives twice as many.
#
# Set `pool_savings` to three quotients: the MACs of the first layer (64 to 64, no pool), divided by those of each case.

# %% tags=["solution"]
def conv_macs(c_in, c_out, height, width, kernel):
    """Count the multiply-accumulate operations of a convolution layer.

    height, width: of its output map.  kernel: K, for a K x K window.
    """
    # Weights used at each position, times positions: about one line.
    # BEGIN SOLUTION
    return kernel * kernel * c_in * c_out * height * width
    # END SOLUTION


# MACs of the first layer / MACs of the case: three numbers, one for each case.
pool_savings = (
    # BEGIN SOLUTION
    conv_macs(64, 64, 32, 32, 3) / conv_macs(64, 64, 16, 16, 3),
    conv_macs(64, 64, 32, 32, 3) / conv_macs(64, 128, 16, 16, 3),
    conv_macs(64, 64, 32, 32, 3) / conv_macs(128, 128, 16, 16, 3),
    # END SOLUTION
)
