# rows: N13
# collects: derive
# manual: true
# points: 4
# %% [markdown]
# ## Question 15 · Derive the closed form
#
# Show the work behind Question 9, for one column: from $\partial L/\partial Y_k$ to $\partial L/\partial X_i$.
#
# Follow your graph of Question 8 backwards, one arrow at a time, and say at which step each of the three terms of your result appears.
# If an arrow adds 0, say why.
# Then check one thing: show that your $\partial L/\partial X_i$ sum to 0 over the batch.

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# Let $s=\sqrt{\sigma^2+\varepsilon}$ and $G_k=\gamma\,\partial L/\partial Y_k=\partial L/\partial Z_k$.
#
# 1. Into the variance: $\frac{\partial L}{\partial\sigma^2}=\sum_kG_k(X_k-\mu)\cdot(-\tfrac12)s^{-3}=-\frac1{2s^2}\sum_kG_kZ_k$.
# 2. Into the mean: $\frac{\partial L}{\partial\mu}=-\frac1s\sum_kG_k$, since the road through $\sigma^2$ adds $\sum_k(X_k-\mu)=0$.
# 3. Into $X_i$: directly $\frac{G_i}s$, through $\mu$ a factor $\frac1N$, through $\sigma^2$ a factor $\frac2N(X_i-\mu)=\frac2NsZ_i$.
#
# $$\frac{\partial L}{\partial X_i}=\frac1s\Big(G_i-\frac1N\sum_kG_k-Z_i\,\frac1N\sum_kG_kZ_k\Big).$$
#
# The sum over $i$: the first two terms cancel, and the last one vanishes because $\sum_iZ_i=0$.
#
# **Points.**
#
# - 1 point: the gradient at the variance, with its power and sign.
# - 1 point: the gradient at the mean, and why the road through the variance adds nothing.
# - 1 point: all three roads into X, and the result.
# - 1 point: the sum is 0, with the reason.
