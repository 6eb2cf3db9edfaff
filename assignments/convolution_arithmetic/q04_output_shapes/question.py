# rows: F2, F3
# %% [markdown]
# ## Question 4 · How large is the output?
#
# Most errors in a first network are errors of shape.
#
# Along one axis, `pad` zeros are put at *each* end.
# Windows of `kernel` entries start at the first entry, and then every `stride` entries.
# A window that does not fit is left out.
#
# **For example**, with 7 entries, kernel 3, stride 2 and no padding, windows start at entries 0, 2 and 4: the output has 3.
# 8 entries give 3 too.

# %% [markdown]
# A max-pool layer moves its window by the same rule, without padding here, and takes the largest entry of each channel by itself.
# It has no parameters.
#
# Shapes are `(C, H, W)`, and kernel, stride and padding are the same for both axes.

# %% tags=["solution"]
def conv_shape(shape, filters, kernel, stride, pad):
    """Return the output shape of a convolution layer with that many filters.

    shape: (C, H, W) of its input.  kernel, stride, pad: whole numbers.

    Returns a tuple of three whole numbers, channels first.
    """
    # Count the windows that fit along each axis: about three lines.
    # BEGIN SOLUTION
    _, height, width = shape
    rows = (height + 2 * pad - kernel) // stride + 1
    return filters, rows, (width + 2 * pad - kernel) // stride + 1
    # END SOLUTION


def pool_shape(shape, window, stride):
    """Return the output shape of a max-pool layer: shape as above, no padding."""
    # The same count: about three lines.
    # BEGIN SOLUTION
    channels, height, width = shape
    rows = (height - window) // stride + 1
    return channels, rows, (width - window) // stride + 1
    # END SOLUTION
