# rows: D7, D8
# collects: explain
# manual: true
# points: 5
# %% [markdown]
# ### Question 12 · Explain how dropout shares the work
#
# Explain in six to eight sentences how and why dropout changes the weights and the contributions of Question 7, for $x=(10,1)$ and $y=11$.
#
# 1. Compare the weights and the contributions with and without dropout, with numbers.
# 2. Why does gradient descent without dropout give nearly all work to one input?
# 3. Why do the masks make both contributions equal?
#    Use the wishes of Question 7.

# %% [markdown] tags=["solution"]
# Without dropout the weights are $(1.089, 0.109)$ and the contributions $10.89$ and $0.11$: the strong input does nearly everything.
# Each step moves $w_j$ in proportion to $x_j$, so the strong input gets ten times the step, and multiplies it by ten again: a hundred times the contribution.
#
# With $p_\text{drop}=\frac12$ the weights are $(0.367, 3.667)$, and both contribute $3.67$.
# When one input is kept alone, it would have to give the whole output, whatever its size: the wishes are $t=(0.55, 5.5)$, each with a contribution of half of $y$ in testing.
# When both are kept and have their wishes, the output is 22 instead of 11, so this mask pulls both down; relying on one is costly when it is dropped, so neither can be left out.
# The three demands treat both contributions alike, and so they meet where these are equal: below $\frac y2$ each.
#
# **Points.**
#
# - 1 point: weights and contributions with numbers.
# - 2 points: without dropout: steps in proportion to the input, and the input once more.
# - 1 point: each alone would like to do the whole work.
# - 1 point: the mask with both pulls down, and the demands are equal for both contributions.
