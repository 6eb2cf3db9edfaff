# rows: F8, F9
# %% [markdown]
# ## Question 8 · Features without running the network
#
# A network reads images of $8\times8$ pixels:
#
# CONV3-3 → ReLU → CONV3-3 → ReLU → GAP → FC-3
#
# CONV3-3 has three $3\times3$ filters, stride 1 and *circular* padding of one pixel on every side: beyond the last column comes the first one again, and the same for rows.
# GAP (global average pooling) takes the mean of each channel over all positions.
# Its output is the vector of features $g$, with one entry for each channel.

# %% [markdown]
# Nobody tells you the weights.
# You know the features of two images: `g1` belongs to `x1`, and `g2` to `x2`.
#
# ![Four images of eight by eight pixels. x1 has a bright horizontal line in row 1, x2 a bright vertical line in column 5, x3 a horizontal line in row 6, x4 a vertical line in column 2.](figures/shifted_lines.svg)

# %%
x1, x2, x3, x4 = np.zeros((4, 8, 8))
x1[1, :] = x3[6, :] = 1.0
x2[:, 5] = x4[:, 2] = 1.0

g1 = np.array([0.82, 0.10, 0.37])
g2 = np.array([0.05, 0.64, 0.91])

# %% [markdown]
# What happens to the maps when the image is shifted, and what does GAP make of that?
#
# 1. What are `g3` and `g4`, the features of `x3` and `x4`?
# 2. Write `known_features`: it finds the features of an image that is a circular shift of a known one, along rows, columns or both.
#
# **For example**, `[[0, 0], [7, 0]]` is `[[7, 0], [0, 0]]`, shifted down by one row.

# %% [markdown]
# 3. Name **all** changes, each made alone, after which a circular shift of the image can change what FC gets.
#
# - **A**: zeros instead of circular padding
# - **B**: $2\times2$ kernels, circular padding of one pixel on *every* side
# - **C**: tanh instead of ReLU
# - **D**: no GAP: the last map is flattened for FC
# - **E**: $2\times2$ kernels, circular padding of one pixel at the bottom and right only
# - **F**: stride 2 in the first convolution
# - **G**: the maximum instead of the mean

# %% tags=["solution"]
g3 = g1  # SOLUTION
g4 = g2  # SOLUTION


def known_features(image, examples):
    """Give the features of an image that is a circular shift of a known one.

    image: (H, W).  examples: list of (known image (H, W), its features).

    Returns the features, or None when no known image can be shifted onto it.
    """
    # Try all shifts of all examples: about six lines.
    # BEGIN SOLUTION
    # Convolutions shift their maps with the image, and the mean forgets where. B breaks
    # that: with a kernel of 2 and padding on every side each map grows by a row and a
    # column, so GAP counts some positions twice. A: zeros mark the border. D: FC then
    # sees where. F: a shift by one pixel falls between the steps. C and E work alike at
    # all places (E wraps around exactly once), and a maximum forgets where, too (G).
    height, width = image.shape
    for known, features in examples:
        for down in range(height):
            for right in range(width):
                if np.array_equal(np.roll(known, (down, right), (0, 1)), image):
                    return features
    return None
    # END SOLUTION


# All changes that break the rule, as a string of letters.
# All or nothing: every right letter, and no other.
breaks_the_rule = "ABDF"  # SOLUTION
