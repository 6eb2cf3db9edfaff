# rows: B1, B2
# collects: derive, explain
# manual: true
# points: 5
# %% [markdown]
# ### Question 18 · Derive a gradient, and read it
#
# 1. Show that $\frac{d}{ds}\tanh(s)=1-\tanh^2(s)$, from the definition by exponentials.
# 2. Derive $\nabla E(w)$ of Question 10.
# 3. Use your formula to say what large starting weights do to training: which factor decides, for which rows, and what can the error do about it?

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# With $\tanh=\frac{u}{v}$, $u=e^s-e^{-s}$, $v=e^s+e^{-s}$, we have $u'=v$ and $v'=u$, so $(\frac uv)'=\frac{v^2-u^2}{v^2}=1-\tanh^2$.
#
# With $o_n=\tanh(w^\top x_n)$ the chain rule gives
#
# $$\nabla E(w)=\frac2N\sum_n(o_n-y_n)\,(1-o_n^2)\,x_n .$$
#
# When $w$ is large, $|w^\top x_n|$ is large for every row that is not orthogonal to $w$, so $o_n$ is near $\pm1$ and $1-o_n^2$ near 0.
# The error $(o_n-y_n)$ is at most 2 for targets between $-1$ and 1 and only multiplies this factor, so even a row that is as wrong as can be sends almost nothing back, and the weights stay where they are.
#
# **Points.**
#
# - 1 point: the derivative of tanh.
# - 2 points: the gradient, with chain rule, mean and the row at the end.
# - 1 point: the factor that vanishes, and for which rows.
# - 1 point: the error multiplies that factor, so it cannot repair it.
