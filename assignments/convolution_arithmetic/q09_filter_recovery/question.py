# rows: C7
# %% [markdown]
# ## Question 9 · Which filter was it?
#
# A convolution is linear in its input, and it is linear in its filter too.
# So the filter can be computed from input and output.
#
# The filter $f$ of length $K$ slides over $x$ **without being flipped**, with stride 1 and no padding:
#
# $$\begin{aligned}
# y_i &= \sum_{k=0}^{K-1} x_{i+k}\, f_k , \\
# i &= 0, \dots, L-K .
# \end{aligned}$$
#
# **For example**, the filter $[2, -1]$ makes $[1, 4, 0]$ into $[-2, 8]$.

# %% [markdown]
# Read the equations the other way round: each output is one linear equation for the $K$ unknown numbers $f_k$.
# With $x = [1, 4, 0, -2, 3]$ and $y = [-2, 2, 11]$ there are three equations for three unknowns.
# Solve them by hand once, and then write the function that always can.
# There are at least as many equations as unknowns, sometimes more, and exactly one filter solves them all.

# %% tags=["solution"]
def recover_filter(x, y, kernel_size):
    """Find the filter that makes y of x, sliding without a flip.

    x: (L,).  y: (L - kernel_size + 1,).

    Returns the filter, (kernel_size,).
    """
    # Write the equations as a matrix and solve them: about two lines.
    # BEGIN SOLUTION
    windows = np.array([x[i : i + kernel_size] for i in range(len(y))])
    return np.linalg.lstsq(windows, y)[0]
    # END SOLUTION
