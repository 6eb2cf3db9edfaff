# rows: C1, C2
# collects: derive, explain
# manual: true
# points: 6
# %% [markdown]
# ## Question 8 · Show one output by hand
#
# The boxcar has $L=7$ ones and the filter is $h[n]=2^{-n}$ for $n\ge0$, as in the cells below Questions 1 and 2.

# %% [markdown]
# 1. Write out, term by term, the sums for $y[3]$ and for $y[10]$, and give both numbers.
#    Say which terms are zero and why.
# 2. Derive the closed form for $n\ge 7$ from your sum for $y[10]$.
# 3. Name in one sentence the property that the delayed boxcar shows, and derive it in one line from $y[n]=\sum_i h[i]\,x[n-i]$.

# %% [markdown]
# Type your formulas, or work on paper and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# With $y[n]=\sum_i h[i]\,x[n-i]$, a term counts only if $i\ge0$ (else $h$ is 0) and $0\le n-i\le6$ (else $x$ is 0).
#
# For $n=3$ these are $i=0,\dots,3$: $y[3]=1+\frac12+\frac14+\frac18=1.875$.
# For $n=10$ they are $i=4,\dots,10$: $y[10]=2^{-4}+\dots+2^{-10}=2^{-3}-2^{-10}\approx0.124$; the powers 0 to 3 would need ones of the boxcar after its end.
#
# For $n\ge7$, the sum runs from $i=n-6$ to $i=n$: $y[n]=2^{-(n-6)}\,(1+\dots+2^{-6})=2^{-(n-6)}\,(2-2^{-6})$.
#
# A delay of the input delays the output by as much: the filter is time invariant.
# With $x_2[n]=x[n-N]$ we get $y_2[n]=\sum_i h[i]\,x[n-N-i]=y[n-N]$.
#
# **Points.**
#
# - 1 point: the sum for n = 3, 1.875.
# - 1 point: the sum for n = 10, powers 4 to 10, about 0.124.
# - 1 point: why the other terms are zero: the filter before 0, the boxcar outside its ones.
# - 1 point: the closed form from the sum.
# - 1 point: time invariance, said as a delay of the output.
# - 1 point: the line that shows it.
