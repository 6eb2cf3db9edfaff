# rows: N12
# %% [markdown]
# ## Question 8 · The computational graph
#
# A gradient flows back along the arrows of the forward pass, so the arrows must be right before any formula is.
# In training, batch norm takes `X`, `gamma` and `beta`, and computes
#
# $$\begin{aligned}
# \mu &= \operatorname{mean}(X), \\
# \sigma^2 &= \operatorname{mean}\big((X-\mu)^2\big), \\
# Z &= \frac{X-\mu}{\sqrt{\sigma^2+\varepsilon}}, \\
# Y &= \gamma Z + \beta .
# \end{aligned}$$
#
# ![Seven circles without arrows: X, mu, sigma squared, Z, gamma, beta and Y.](figures/graph_nodes.svg)

# %% [markdown]
# There is an arrow from a node to another one when the formula of the second uses the first.
# Write the graph as a set of pairs `("from", "to")` of the names `"X"`, `"mu"`, `"sigma2"`, `"Z"`, `"gamma"`, `"beta"` and `"Y"`.
#
# **For example**, $a = b + c$ and $d = a\,c$ have the arrows `{("b", "a"), ("c", "a"), ("a", "d"), ("c", "d")}`.

# %% tags=["solution"]
bn_edges = {
    # One pair for each name on the right of each formula: about nine lines.
    # BEGIN SOLUTION
    ("X", "mu"),
    ("X", "sigma2"),
    # Often forgotten, because its share of the gradient, -2 * mean(X - mu), is 0:
    ("mu", "sigma2"),
    ("X", "Z"),
    ("mu", "Z"),
    ("sigma2", "Z"),
    ("Z", "Y"),
    ("gamma", "Y"),
    ("beta", "Y"),
    # END SOLUTION
}
