# rows: B3
# %% [markdown]
# ### Question 12 · Forward through a tanh network
#
# ![A network in three layers: the input x(0) has a constant 1 and the input; W(1) leads to two tanh units, W(2) to one tanh unit, W(3) to a linear output. The shape of each matrix stands below.](figures/tanh_network.svg)
#
# Every $x^{(l)}$ but the last starts with a constant 1, so row 0 of every matrix $W^{(l)}$ holds the biases:
#
# $$\begin{aligned}
# s^{(l)} &= \big(W^{(l)}\big)^{\!\top} x^{(l-1)}, \\
# x^{(l)} &= \begin{bmatrix}1\\ \tanh s^{(l)}\end{bmatrix}, \\
# x^{(L)} &= s^{(L)} .
# \end{aligned}$$
#
# Hidden layers use tanh, and the output is linear.

# %% [markdown]
# **For example**, take $x^{(0)} = (1, 2)$ and the matrices
#
# $$\begin{aligned}
# W^{(1)} &= \begin{bmatrix}0.1&0.2\\0.3&0.4\end{bmatrix}, \\
# W^{(2)} &= \begin{bmatrix}0.2\\1\\-3\end{bmatrix}, \\
# W^{(3)} &= \begin{bmatrix}1\\2\end{bmatrix} .
# \end{aligned}$$
#
# Then $s^{(1)} = (0.7, 1)$ and $x^{(1)} = (1, 0.604368, 0.761594)$.
# Carry full precision: the last questions use these numbers.

# %%
example_weights = [
    np.array([[0.1, 0.2], [0.3, 0.4]]),
    np.array([[0.2], [1.0], [-3.0]]),
    np.array([[1.0], [2.0]]),
]


# %% tags=["solution"]
def forward_pass(x, weights):
    """Send one input through a tanh network with a linear output.

    x: (d0,), without the constant 1.
    weights: list of L matrices; the l-th is (1 + d_{l-1}, d_l), biases in row 0.

    Returns the list of L + 1 arrays x^(0), ..., x^(L): the constant 1 comes first
    in all of them, (1 + d_l,), but not in the last, (d_L,).
    """
    # About six lines.
    # BEGIN SOLUTION
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(1.0, np.tanh(s)))
    xs[-1] = s
    return xs
    # END SOLUTION
