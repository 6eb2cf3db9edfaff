# rows: H1, H2
# collects: draw, explain
# manual: true
# points: 6
# %% [markdown]
# ## Question 9 · Describe your pictures
#
# Look at the pictures that your filters of Questions 6 and 7 make, and leave their outputs in the notebook.
# Describe them here in six to eight sentences; you need not paste them.

# %% [markdown]
# 1. What do larger windows do to the noise and to the stripes?
#    Quote two of the printed numbers, and give the law behind them.
# 2. Why must the weights of an averaging filter sum to 1, and those of an edge filter to 0?
# 3. Why does averaging first help the edge filter, and what does it cost?

# %% [markdown] tags=["solution"]
# The noise of the sky falls from 26.1 grey levels to 12.8 with $n=2$ and to 2.3 with $n=9$: the mean of $n^2$ independent numbers has $n$ times less spread, and the numbers come close to it.
# The stripes repeat every four pixels, so a window of four sees their mean everywhere, and they are gone while the noise is not.
#
# On a flat part every pixel has the same value, so the output is that value times the sum of the weights.
# An averaging filter must keep it: sum 1.
# An edge filter must give 0 where nothing changes: sum 0.
#
# The second difference answers to every bend, and noise bends at every pixel, so without averaging the outlines drown.
# Averaging takes most of the noise away and leaves large steps, but it makes outlines thicker and loses fine ones.
#
# **Points.**
#
# - 1 point: less noise with larger n, with two numbers.
# - 1 point: the law: n times less for n by n pixels.
# - 1 point: the stripes: a whole period in the window leaves their mean.
# - 2 points: the two sums, each from what a flat part must become.
# - 1 point: noise bends everywhere; the price is sharpness.
