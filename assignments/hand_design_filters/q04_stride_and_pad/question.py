# rows: C4, C5
# %% [markdown]
# ## Question 4 · Stride and padding
#
# Two numbers change the size of the output.
#
# - **pad**: that many zeros are added on *each* of the four sides, before the convolution.
# - **stride**: of all outputs, only rows $0, s, 2s, \dots$ and columns $0, s, 2s, \dots$ are kept.
#
# The kernel is flipped, as before.
# The number of output rows, and likewise of columns, is
#
# $$\left\lfloor \frac{H + 2\,\text{pad} - K}{s} \right\rfloor + 1 .$$

# %% [markdown]
# **For example**, a $3 \times 3$ kernel and a pad of 1 keep the size of a $5 \times 5$ image at stride 1.
# At stride 2, rows and columns 0, 2 and 4 remain, so the output is $3 \times 3$.
#
# Compute the top row by hand for the $5 \times 5$ image and the kernel of Question 3, with a pad of 1, for stride 1 and for stride 2.
# Then write the function.

# %% tags=["solution"]
def conv2d_true(x, h, stride, pad):
    """True convolution (kernel flipped along both axes) with zero padding and stride.

    x: (H, W).  h: (K, M).  stride: int >= 1.  pad: int >= 0.

    Returns y as floats, shape (floor((H + 2 pad - K) / stride) + 1,
    floor((W + 2 pad - M) / stride) + 1).
    """
    # Build on convolve_valid from Question 3 and return y: about two lines.
    # BEGIN SOLUTION
    y = convolve_valid(np.pad(x, pad), h)
    return y[::stride, ::stride]
    # END SOLUTION
