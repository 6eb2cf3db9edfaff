# rows: C11, C12
# %% [markdown]
# ## Question 10 · A convolution is a dense layer
#
# Here the kernel **is flipped**, as in mathematics, and only complete windows count:
#
# $$\begin{aligned}
# (x * h)_k &= \sum_{i=1}^{K} x_{K+k-i}\, h_i , \\
# k &= 1, \dots, D-K+1 .
# \end{aligned}$$
#
# It is linear in $x$, so it is a dense layer $x \mapsto W x$ whose matrix $W$ of shape $(D-K+1, D)$ has a pattern.
# Matrices that are constant along each diagonal are called *Toeplitz* matrices.

# %% [markdown]
# **For example**, for $h = [1, 3, 2]$ and $D = 4$:
#
# $$W = \begin{pmatrix} 2 & 3 & 1 & 0 \\ 0 & 2 & 3 & 1 \end{pmatrix} .$$
#
# 1. `toeplitz_matrix`: the matrix for any $h$ and $D$.
# 2. `free_params`: how many numbers may be chosen freely in a *general* dense layer from $D$ to $D-K+1$ numbers (no biases), and how many in the convolution?

# %% tags=["solution"]
def toeplitz_matrix(h, D):
    """Write the convolution with h (flipped, complete windows) as a matrix.

    h: (K,) with K <= D.  Returns (D - K + 1, D).
    """
    # Place the kernel in each row: about four lines.
    # BEGIN SOLUTION
    K = len(h)
    W = np.zeros((D - K + 1, D))
    for k in range(D - K + 1):
        W[k, k : k + K] = h[::-1]
    return W
    # END SOLUTION


def free_params(D, K):
    """Count the free parameters: (general dense layer, convolution)."""
    # Two counts: about one line.
    # BEGIN SOLUTION
    return D * (D - K + 1), K
    # END SOLUTION
