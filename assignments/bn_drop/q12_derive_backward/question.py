# rows: K4, K5
# collects: derive
# manual: true
# points: 4
# %% [markdown]
# ## Question 12 · Derive one short line
#
# Show the work behind Questions 2 and 3, for one feature $x_1,\dots,x_N$ and $s=\sqrt{\sigma^2+\varepsilon}$.
#
# Start from $\hat x_i=(x_i-\mu)/s$, and derive $\partial\mathcal L/\partial x_i$ from the numbers $g_k=\partial\mathcal L/\partial y_k$, with $y_k=\gamma\hat x_k+\beta$.
# Take the three roads of Question 2 one at a time, and say what each of them adds to your result.

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# The number $x_i$ reaches the loss by three roads: through its own $\hat x_i$, through $\mu$, and through $\sigma^2$.
# With $\partial\mu/\partial x_i=\frac1N$ and $\partial s/\partial x_i=\frac{x_i-\mu}{Ns}=\frac{\hat x_i}{N}$,
#
# $$\frac{\partial\hat x_k}{\partial x_i}=\frac1s\Big(\delta_{ki}-\frac1N-\frac{\hat x_k\hat x_i}{N}\Big).$$
#
# The first term belongs to the own road, the second to the mean, the third to the spread.
# The sum over all outputs is
#
# $$\frac{\partial\mathcal L}{\partial x_i}=\sum_k\gamma g_k\frac{\partial\hat x_k}{\partial x_i}=\frac{\gamma}{s}\Big(g_i-\frac1N\sum_k g_k-\hat x_i\,\frac1N\sum_k g_k\hat x_k\Big).$$
#
# So the mean takes the average gradient away, and the spread takes away the part along $\hat x$.
#
# **Points.**
#
# - 1 point: three roads, with the chain rule as a sum over all outputs.
# - 1 point: the derivative of the mean, 1/N in every output.
# - 1 point: the derivative of the spread, with the factor of x hat of the same example.
# - 1 point: the result, and which term belongs to which road.
