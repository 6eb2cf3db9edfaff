# rows: H2
# %% [markdown]
# ## Question 7 · Edges
#
# An edge is a place where the grey level bends.
# On a line, the *second difference* measures that:
#
# $$f[n+1] - 2f[n] + f[n-1] .$$
#
# It is 0 on flat parts and on ramps, positive at the foot of a step and negative at its top.
# In an image, add the second difference along the rows and the one along the columns.
# The result is called the discrete **Laplacian**.

# %% [markdown]
# **For example**, the row $[10\ 10\ 200\ 200]$ becomes $[0\ {+190}\ {-190}\ 0]$.
# On $f[m,n] = m^2 + 3n^2$ the second difference is 2 down the columns and 6 along the rows, so the answer is 8 away from the border.
#
# Write the sum as one $3 \times 3$ kernel with a **negative** centre, and convolve.
# The convolution flips, although this kernel does not notice.
# Mirror the border as in Question 6.
# Negative values are part of the answer, so do not store the result in bytes.

# %% tags=["solution"]
def edge_detecting(image):
    """Discrete Laplacian of an image, as a true convolution (with the flip).

    image: (H, W), bytes or floats; mirrored at the border, edge pixel repeated.

    Returns floats of both signs, shape (H, W). image stays as it is.
    """
    # Write the kernel, mirror the border, return the convolution: three lines.
    # BEGIN SOLUTION
    laplacian = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return convolve_valid(padded, laplacian)
    # END SOLUTION
