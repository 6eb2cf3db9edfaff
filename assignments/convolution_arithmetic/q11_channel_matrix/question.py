# rows: C13
# %% [markdown]
# ## Question 11 · The matrix of a layer with channels
#
# Now a layer with several channels in and out, whose kernel is **not flipped**, as in deep-learning libraries.
#
# Put the channels one after the other into a single column: all of channel 1, then all of channel 2, and so on.
# Call these columns $\tilde X$ and $\tilde Y$: then $\tilde Y = A \tilde X$.
#
# **For example**, one filter reads two channels of length 3, with weights $(a, b)$ for channel 1 and $(c, d)$ for channel 2:
#
# $$A = \begin{pmatrix} a & b & 0 & c & d & 0 \\ 0 & a & b & 0 & c & d \end{pmatrix} .$$

# %% [markdown]
# Each row of $A$ computes one output: one filter at one position.
# With two filters, the rows of filter 1 come first, and then those of filter 2.
#
# The layer itself is given, so that you can compare: `conv1d(x, w).ravel()` should equal `A @ x.ravel()`.

# %%
def conv1d(x, w):
    """Slide filters over a signal without flipping them: stride 1, no padding.

    x: (C_in, L).  w: (C_out, C_in, K).  Returns (C_out, L - K + 1).
    """
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[-1], axis=1)
    return np.einsum("ilk,oik->ol", windows, w)


# %% tags=["solution"]
def conv1d_matrix(w, length):
    """Write conv1d with the filters w as a matrix.

    w: (C_out, C_in, K).  length: L, entries of each input channel.

    Returns A of shape (C_out * (L - K + 1), C_in * L).
    """
    c_out, c_in, K = w.shape
    places = length - K + 1
    A = np.zeros((c_out * places, c_in * length))
    # Write w[o, i] into the row of every output and the columns of channel i:
    # about six lines.
    # BEGIN SOLUTION
    for o in range(c_out):
        for place in range(places):
            # A frequent slip is to change the filter with the position: rows that
            # belong to one output channel all hold the same filter.
            for i in range(c_in):
                start = i * length + place
                A[o * places + place, start : start + K] = w[o, i]
    # END SOLUTION
    return A
