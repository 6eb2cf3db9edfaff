# rows: B4
# %% [markdown]
# ### Question 13 · Sensitivities
#
# The *sensitivity* of a layer says how the error reacts to its signals:
#
# $$\begin{aligned}
# \delta^{(l)} &= \frac{\partial e}{\partial s^{(l)}}, \\
# e &= \big\|x^{(L)} - y\big\|^2 .
# \end{aligned}$$
#
# Begin at the output, which is linear.
# Then go back: $s^{(l)}$ acts on $e$ only through $x^{(l)}$ and $s^{(l+1)}$.
# The slope of tanh needs only the *output* $x^{(l)}$, and the constant 1 depends on no signal.

# %% [markdown]
# **For example**, the network of Question 12 with $y = 1$ has $\delta^{(3)} = -3.606183$ and $\delta^{(2)} = -1.350266$.
#
# Do not round on the way.
# Two digits in the middle of the calculation are enough to spoil $\delta^{(1)}$ by more than two percent.

# %% tags=["solution"]
def sensitivities(xs, y, weights):
    """Differentiate e = ||x^(L) - y||^2 with respect to the signals of every layer.

    xs: the list of L + 1 arrays that forward_pass returns.
    y: (d_L,).  weights: the list of L matrices.

    Returns the list delta^(1), ..., delta^(L), of shape (d_l,) each.
    """
    # The output first, then back layer by layer: about five lines.
    # BEGIN SOLUTION
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1], strict=True):
        # The bias row W[0] is left out: nothing flows back into the constant 1.
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
    # END SOLUTION
