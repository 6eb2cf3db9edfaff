# rows: N3, N4
# %% [markdown]
# ## Question 4 · Which numbers share a mean?
#
# In a convolutional network the data have four axes: $N$ examples, $C$ channels, and images of $H \times W$ pixels.
# A normalization layer is defined by the numbers that it averages over.
# In each picture the coloured cells are the numbers of **one** such average; $H$ and $W$ share an axis.
#
# ![Four blocks of cells with the axes N, C and H·W. In A one channel is coloured, for all examples and all pixels. In B one example is coloured, with all its channels and pixels. In C one channel of one example is coloured, with all pixels. In D a single channel and a single pixel is coloured, for all examples.](figures/normalization_cubes.svg)

# %% [markdown]
# A kernel slides over all pixels of a channel, so batch norm treats those pixels as further examples of the same feature.
# Layer norm looks at one whole example.
#
# 1. Name the picture of batch norm and the picture of layer norm.
# 2. Write a function for each that returns all the means of an array in the order NCHW.
#
# **For example**, an array of shape $(1, 1, 1, 2)$ with the entries 1 and 3 has the single mean 2 for both.

# %% tags=["solution"]
# One letter each, as a string such as "X".
batch_norm_picture = "A"  # SOLUTION
layer_norm_picture = "B"  # SOLUTION


def batch_norm_means(x):
    """Return every mean that batch norm computes.  x: (N, C, H, W).

    Axes that are averaged over may stay with length 1 or go.
    """
    # One line.
    # BEGIN SOLUTION
    return x.mean(axis=(0, 2, 3))  # averaging over N alone would split the pixels
    # END SOLUTION


def layer_norm_means(x):
    """Return every mean that layer norm computes.  x: (N, C, H, W).

    Axes that are averaged over may stay with length 1 or go.
    """
    # One line.
    # BEGIN SOLUTION
    return x.mean(axis=(1, 2, 3))
    # END SOLUTION
