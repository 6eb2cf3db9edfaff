# rows: C3
# %% [markdown]
# ## Question 5 · When does the flip matter?
#
# Libraries for neural networks compute the correlation, which is the same sum **without** the flip.
# For some kernels nobody can tell the difference.
#
# **For example**, $[1\ 2\ 1]$ reads the same in both directions, so convolution and correlation agree.
# For $[-1\ 0\ 1]$ they differ in sign.
# Both keep the kernel inside the image, as in Question 3.
#
# Which kernels are blind to the flip?
# Write a function that decides it for a kernel of any shape.

# %% tags=["solution"]
def flip_matters(h):
    """Say whether convolution (flip) and correlation (no flip) with h can differ.

    h: (K, M).  Both keep the outputs for which h lies inside the image.

    Returns True when they differ for some image, False when they agree for all.
    """
    # Return True or False: about one line.
    # BEGIN SOLUTION
    return not np.array_equal(h, h[::-1, ::-1])
    # END SOLUTION
