# rows: N8, N9
# %% [markdown]
# ## Question 5 · The shape of the statistics
#
# Libraries order the axes differently, and a mean of the wrong shape often broadcasts without an error.
# So say beforehand which shape the mean and the variance of batch norm must have.
#
# - `"NC"`: the output of a fully connected layer, $N$ examples by $C$ features,
# - `"NCHW"`: the output of a convolution with the channels first,
# - `"NHWC"`: the same with the channels last.

# %% [markdown]
# The shape must line up with `x` for broadcasting: an axis that is averaged over stays, with length 1.
# Ones at the front may be left out.
#
# **For example**, an array of shape $(1, 1, 1, 3)$ in the layout `"NHWC"` has statistics of shape $(1, 1, 1, 3)$.
#
# For convolutions the layer is called *spatial batch norm*.

# %% tags=["solution"]
def bn_stat_shape(shape, layout):
    """Return the shape of batch norm's mean (and variance) as a tuple.

    shape: the shape of x, a tuple.  layout: "NC", "NCHW" or "NHWC".
    """
    # Which letter keeps its length? About one line.
    # BEGIN SOLUTION
    return tuple(
        size if axis == "C" else 1 for size, axis in zip(shape, layout, strict=True)
    )
    # END SOLUTION
