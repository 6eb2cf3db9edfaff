# rows: C14, C15
# %% [markdown]
# ## Question 12 · The gradient is a convolution again
#
# Backpropagation has to turn $\partial \mathcal L/\partial \tilde Y$ into $\partial \mathcal L/\partial \tilde X$.
# For $\tilde Y = A \tilde X$ this is one matrix product, $\partial \mathcal L/\partial \tilde X = B\, \partial \mathcal L/\partial \tilde Y$.
#
# 1. `gradient_by_matrix`: find $B$.
#    An input entry touches the outputs that its *column* of $A$ names.
#
# **For example**, if $y_1 = x_1 + x_2$ and $y_2 = x_2 + x_3$, the gradient $(1, 2)$ at $y$ becomes $(1, 3, 2)$ at $x$.

# %% [markdown]
# 2. `gradient_by_convolution`: nobody builds $A$ in practice.
# One call of `conv1d` of question 11, which does **not** flip its kernel, gives the same numbers.
# Its signal is `dy`, made longer by zeros; its filters are those of `w`, rearranged.
#
# Find three things: how many zeros at each end, what happens along the kernel, which channels are now inputs.
#
# **For example**, the filter $(3, 4)$ and a gradient $(1)$ at the only output give the gradient $(3, 4)$ at the two inputs.

# %% tags=["solution"]
def gradient_by_matrix(A, dy):
    """Return the gradient at x, (n,), of y = A x.  A: (m, n).  dy: (m,)."""
    # One product: about one line.
    # BEGIN SOLUTION
    return A.T @ dy
    # END SOLUTION


def gradient_by_convolution(dy, w):
    """Return the gradient at x of y = conv1d(x, w), by one call of conv1d.

    dy: (C_out, L - K + 1), the gradient at y.  w: (C_out, C_in, K).

    Returns (C_in, L).
    """
    # Lengthen dy, rearrange w, call conv1d: about three lines.
    # BEGIN SOLUTION
    ends = w.shape[2] - 1
    padded = np.pad(dy, ((0, 0), (ends, ends)))
    return conv1d(padded, w.swapaxes(0, 1)[:, :, ::-1])
    # END SOLUTION
