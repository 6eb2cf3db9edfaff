# rows: N5, N7
# collects: derive, explain
# manual: true
# points: 5
# %% [markdown]
# ## Question 13 · Derive a gradient through the mean
#
# 1. Derive $\partial L/\partial x_i$ of Question 6: give $\partial y_j/\partial x_i$ for $j=i$ and for $j\ne i$, and simplify the sum.
# 2. Let $n\to\infty$ as in Question 7.
#    State the condition under which the limit is $\gamma\,\partial L/\partial y_i$, and argue why: what becomes of each term, and what do you answer to the friend?
# 3. What is the gradient when $n=1$, and why?

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# $\partial\mu/\partial x_i=\frac1n$, so $\partial y_i/\partial x_i=\gamma(1-\frac1n)$ and $\partial y_j/\partial x_i=-\frac\gamma n$ for $j\ne i$.
# With $g_j=\partial L/\partial y_j$,
#
# $$\frac{\partial L}{\partial x_i}=\gamma g_i-\frac\gamma n\sum_{j=1}^n g_j=\gamma\,(g_i-\bar g).$$
#
# As $n$ grows, the second term tends to $\gamma$ times the limit of the mean of all $g_j$.
# The limit is $\gamma g_i$ exactly when that mean tends to 0.
# The factor $\frac1n$ tends to 0, but the sum behind it has $n$ terms and may grow as fast: with all $g_j=1$ the mean is 1, and the gradient is 0 for every $n$.
#
# For $n=1$ the output is always beta, so $x_1$ has no influence.
#
# **Points.**
#
# - 1 point: both derivatives, with the 1/n of the mean.
# - 1 point: the simplified sum.
# - 1 point: the condition: the mean of the gradients tends to 0.
# - 1 point: why 1/n alone does not do it: n terms, or a counterexample.
# - 1 point: n = 1: the output does not depend on the input.
