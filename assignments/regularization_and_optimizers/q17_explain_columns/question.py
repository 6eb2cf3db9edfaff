# rows: R4
# collects: explain
# manual: true
# points: 3
# %% [markdown]
# ### Question 17 · Speculate how dropout resembles batch norm
#
# Take what you found about the columns of $\tilde X$ in Question 7.
#
# 1. A feature's unit is changed from metres to millimetres.
#    What does that do to the predictions of plain ridge regression, and to those with dropout, and why?
# 2. How is dropout therefore like batch norm, and how is it not?
#    Give a reason for each.
#
# Four to five sentences.

# %% [markdown] tags=["solution"]
# Plain ridge regression penalizes all weights alike, so a feature in millimetres, with a weight a thousand times smaller, is hardly penalized any more, and the predictions change.
# Dropout's penalty measures each weight by the length of its column, so the longer column and the smaller weight cancel, and the predictions stay.
# In both, dropout and batch norm, the scale of a feature does not matter: it is divided out, once by the column's length, once by its standard deviation.
# They differ in that dropout does not remove the mean of a column, acts through a penalty that shrinks weights, and does so only in training, while batch norm changes the data themselves and shrinks nothing.
#
# **Points.**
#
# - 1 point: ridge depends on the unit, dropout does not, with the reason.
# - 1 point: alike: the scale of each feature is divided out.
# - 1 point: a true difference with a reason: no centring, or a penalty instead of new data.
