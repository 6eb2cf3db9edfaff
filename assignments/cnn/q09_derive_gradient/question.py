# rows: K14, K16
# collects: derive
# manual: true
# points: 6
# %% [markdown]
# ## Question 9 · Derive a gradient by hand
#
# Work out one small backward pass by hand, to see why your loops are right.
#
# A row $x=(x_1,\dots,x_5)$ meets the filter $(w_1,w_2,w_3)$ with stride 2 and no padding: $y_j=\sum_k w_k\,x_{2(j-1)+k}+b$.
# Then a max pool takes $z=\max(y_1,y_2)$.

# %% [markdown]
# 1. Write $y_1$ and $y_2$ out, and draw or list which inputs each of them reads.
# 2. Give $\partial\mathcal L/\partial x$, $\partial\mathcal L/\partial w$ and $\partial\mathcal L/\partial b$ for gradients $g_1,g_2$ at the two outputs.
# 3. Say why exactly one entry of $\partial\mathcal L/\partial x$ has two terms.
# 4. Only $z$ reaches the loss, with gradient $g$.
#    What are $g_1$ and $g_2$ when $y_1>y_2$, and why?
#
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# $y_1=w_1x_1+w_2x_2+w_3x_3+b$ and $y_2=w_1x_3+w_2x_4+w_3x_5+b$: the windows share $x_3$.
#
# $$\frac{\partial\mathcal L}{\partial x}=(g_1w_1,\ g_1w_2,\ g_1w_3+g_2w_1,\ g_2w_2,\ g_2w_3)$$
#
# $$\begin{aligned}
# \frac{\partial\mathcal L}{\partial w}&=(g_1x_1+g_2x_3,\ g_1x_2+g_2x_4,\ g_1x_3+g_2x_5), \\
# \frac{\partial\mathcal L}{\partial b}&=g_1+g_2 .
# \end{aligned}$$
#
# Only $x_3$ lies in both windows, so it influences the loss on two roads, and the chain rule adds them.
# Every weight is used in both windows, so each weight and the bias have two terms.
# With $y_1>y_2$ a small change of $y_2$ does not move the maximum, so $g_1=g$ and $g_2=0$.
#
# **Points.**
#
# - 1 point: both outputs, and a picture or list of the inputs that each reads.
# - 2 points: the gradient at x, with the sum at the shared entry.
# - 1 point: the gradients at w and b, summed over both windows.
# - 1 point: the reason: two roads from the shared input, which the chain rule adds.
# - 1 point: the pool sends all of g to the largest, with the reason that the other does not move z.
