# rows: N1, N2
# collects: draw, explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 12 · Explain the two drawings
#
# Your functions drew the density of Question 1 and the contours of Question 2; leave the outputs in.
#
# 1. Say in two sentences why the bell curve lies where it lies and is as wide as it is.
#    Apart from the tiny $\varepsilon$, does the answer depend on 1.5 and 0.16?
# 2. Say in two sentences why the contours lie where they lie after batch norm, and why they have the shape that you see.

# %% [markdown]
# You may draw both by hand instead, with a scale and the new mean marked, and put a photograph into the cell.

# %% [markdown] tags=["solution"]
# Batch norm subtracts the mean and divides by the standard deviation, so whatever Gaussian comes in, a standard one comes out; beta then moves it to 3, and gamma leaves the width at 1.
# The numbers 1.5 and 0.16 leave no trace.
#
# Each feature gets mean 0, so the centre is the origin, and variance 1, so both axes are used equally far.
# But each feature is divided by its own spread only: the correlation of about 0.85 stays, and the contours stay ellipses along the diagonal.
#
# **Points.**
#
# - 1 point: standardized first, then moved by beta and stretched by gamma.
# - 1 point: no trace of 1.5 and 0.16.
# - 1 point: the centre at the origin, and equal spread along both axes.
# - 1 point: batch norm works on each feature alone, so the correlation stays.
