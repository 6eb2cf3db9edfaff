# rows: B5
# %% [markdown]
# ### Question 14 · Gradients of the weights
#
# A weight meets the error through one signal only: $W^{(l)}_{ij}$ multiplies $x^{(l-1)}_i$ and adds to $s^{(l)}_j$.
# So the sensitivities and the layers' outputs are all you need.
# The gradient of a matrix has the shape of the matrix, row for row and column for column.

# %% [markdown]
# **For example**, the network of Question 12 with $y = 1$ has
#
# $$\frac{\partial e}{\partial W^{(3)}} = \begin{bmatrix}-3.606183\\ 3.251138\end{bmatrix} .$$
#
# Your function takes the sensitivities as an argument, so it can be right even if Question 13 is not.

# %% tags=["solution"]
def weight_gradients(xs, deltas):
    """Differentiate the error with respect to every weight matrix.

    xs: the list of L + 1 arrays that forward_pass returns.
    deltas: the list of L sensitivities, delta^(1) first.

    Returns the list of L gradients, (1 + d_{l-1}, d_l) each, biases in row 0.
    """
    # About one line.
    # BEGIN SOLUTION
    return [np.outer(x, delta) for x, delta in zip(xs[:-1], deltas, strict=True)]
    # END SOLUTION
