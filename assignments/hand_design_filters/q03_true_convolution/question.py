# rows: C3
# %% [markdown]
# ## Question 3 · From a line to a grid
#
# An image is a signal with two indices, and so is its filter, the *kernel*.
# The sum is the same, and **the kernel is flipped along both axes**:
#
# $$y[m, n] = \sum_{i, j} x[m-i,\ n-j]\; h[i, j] .$$
#
# In this question you keep only the outputs for which the whole kernel lies inside the image.
# They are numbered anew from 0, so an $H \times W$ image and a $K \times M$ kernel give $(H-K+1) \times (W-M+1)$ outputs.

# %% [markdown]
# ![A kernel with the entries a to f is turned by half a circle, then laid on the top left corner of an image.](figures/turned_kernel.svg)
#
# **For example**,
#
# $$\begin{aligned}
# x &= \begin{bmatrix} 1 & 2 & 0 \\ 4 & 0 & 3 \end{bmatrix}, \\
# h &= \begin{bmatrix} 1 & 0 \\ 2 & -1 \end{bmatrix}, \quad \text{flipped: } \begin{bmatrix} -1 & 2 \\ 0 & 1 \end{bmatrix}, \\
# y &= \begin{bmatrix} 3 & 1 \end{bmatrix},
# \end{aligned}$$
#
# because $-1\cdot1 + 2\cdot2 + 0\cdot4 + 1\cdot0 = 3$ and $-1\cdot2 + 2\cdot0 + 0\cdot0 + 1\cdot3 = 1$.

# %% [markdown]
# Before you code, take a pencil and compute one output for the pair that the next questions use again:
#
# $$\begin{aligned}
# x &= \begin{bmatrix} 1 & 2 & 3 & 4 & 5 \\ 6 & 7 & 8 & 9 & 10 \\ 11 & 12 & 13 & 14 & 15 \\ 16 & 17 & 18 & 19 & 20 \\ 21 & 22 & 23 & 24 & 25 \end{bmatrix}, \\
# h &= \begin{bmatrix} -1 & -2 & -1 \\ 0 & 0 & 0 \\ 1 & 2 & 1 \end{bmatrix} .
# \end{aligned}$$
#
# Mind the sign of that output: the cell below the check prints all nine outputs.
# Then write the function.
# Images may hold bytes, and kernels need not be square.

# %% tags=["solution"]
def convolve_valid(x, h):
    """True convolution (kernel flipped along both axes), kernel wholly inside x.

    x: (H, W), any real type.  h: (K, M) with K <= H and M <= W.

    Returns y as floats, shape (H - K + 1, W - M + 1). x and h stay as they are.
    """
    (H, W), (K, M) = x.shape, h.shape
    # Flip the kernel, then fill y, with as many loops as you like: about five lines.
    # BEGIN SOLUTION
    flipped = h[::-1, ::-1]
    y = np.zeros((H - K + 1, W - M + 1))
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    # END SOLUTION
    return y
